import { HOUR_MS, MINUTE_MS } from "@/lib/shared/instants";

/** How many tries are free, after which each must wait longer than the one before. */
interface Allowance {
  freeTries: number;
  firstWaitMs: number;
}

/**
 * The tightest limit is for one account from one address. An address has more tries, since a whole office can share it,
 * and an account most, since a stranger's tries must not lock its owner out.
 */
const PAIR: Allowance = { freeTries: 5, firstWaitMs: 5000 };
const ADDRESS: Allowance = { freeTries: 30, firstWaitMs: 5000 };
const ACCOUNT: Allowance = { freeTries: 50, firstWaitMs: 5000 };

export const LONGEST_WAIT_MS = 15 * MINUTE_MS;
/** Tries are forgotten so long after the last. */
const FORGOTTEN_AFTER_MS = HOUR_MS;
const MOST_KEPT = 50_000;

interface Tries {
  failed: number;
  lastAt: number;
}

/** A try that may be made. It counts as failed until one of these is called. */
export interface Try {
  succeeded(): void;
  /** It was neither right nor wrong: the server failed, or it was no try at all. */
  withdrawn(): void;
}

/**
 * Slows down the guessing of passwords. Held in this instance's memory, not in the store: a stranger could make a table
 * grow, and each try would write. With several instances an attacker has that many times the tries, and the same waits.
 */
export class SignInLimits {
  readonly #tries = new Map<string, Tries>();
  /** Accounts with an address from which they signed in: only their own tries hold them up there. */
  readonly #known = new Map<string, true>();

  constructor(private readonly now: () => number) {}

  /** @returns the try; or for how long nothing may be tried, in milliseconds. Being refused costs no try. */
  begin(account: string, address: string): Try | number {
    const pair = `pair ${account} ${address}`;
    const counted: [string, Allowance][] = [
      [pair, PAIR],
      [`address ${address}`, ADDRESS],
      ...(this.#known.has(pair) ? [] : [[`account ${account}`, ACCOUNT] as [string, Allowance]]),
    ];
    const wait = Math.max(...counted.map(([key, allowance]) => this.#waitOf(key, allowance)));
    if (wait > 0) {
      return wait;
    }
    for (const [key] of counted) {
      this.#add(key, 1);
    }
    const withdrawn = () => {
      for (const [key] of counted) {
        this.#add(key, -1);
      }
    };
    return {
      withdrawn,
      succeeded: () => {
        withdrawn();
        this.#tries.delete(pair);
        keep(this.#known, pair, true);
      },
    };
  }

  #waitOf(key: string, { freeTries, firstWaitMs }: Allowance): number {
    const tries = this.#tries.get(key);
    if (!tries || tries.failed < freeTries) {
      return 0;
    }
    const wait = Math.min(LONGEST_WAIT_MS, firstWaitMs * 2 ** (tries.failed - freeTries));
    return Math.max(0, tries.lastAt + wait - this.now());
  }

  #add(key: string, count: 1 | -1): void {
    const now = this.now();
    const before = this.#tries.get(key);
    const isFresh = before !== undefined && now - before.lastAt < FORGOTTEN_AFTER_MS;
    const failed = Math.max(0, (isFresh ? before.failed : 0) + count);
    keep(this.#tries, key, { failed, lastAt: count > 0 ? now : (before?.lastAt ?? now) });
  }
}

/** Sets what was set last at the end, and forgets the longest unused beyond what is kept. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > MOST_KEPT) {
    for (const oldest of map.keys()) {
      map.delete(oldest);
      break;
    }
  }
}
