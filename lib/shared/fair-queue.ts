import { CallboardError } from "./errors";

export interface FairQueueOptions {
  /** Under way at once, of all and of one person. */
  total: number;
  perPerson: number;
  /** How many more of one person may wait; the next is refused. */
  waitingPerPerson: number;
}

interface Person {
  running: number;
  /** Ways to admit those who wait, first come first. */
  waiting: (() => void)[];
}

const RETRY_AFTER_SECONDS = 5;

/** Limits how many run at once and serves people in turn: whoever sends much delays only their own requests. */
export class FairQueue {
  #running = 0;
  /** Who has something under way or waiting, the one whose turn is next first. */
  readonly #people = new Map<string, Person>();

  constructor(private readonly options: FairQueueOptions) {}

  /** How many have something under way or waiting. */
  get people(): number {
    return this.#people.size;
  }

  /**
   * Waits for a place. @returns a release function, which must be called once.
   * @throws CallboardError `too_many_requests` where too many of this person wait; the signal's reason once it aborts.
   */
  async enter(name: string, signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    const { total, perPerson, waitingPerPerson } = this.options;
    const person = this.#people.get(name) ?? { running: 0, waiting: [] };
    const isFree = this.#running < total && person.running < perPerson && person.waiting.length === 0;
    if (!isFree && person.waiting.length >= waitingPerPerson) {
      throw new CallboardError(
        "too_many_requests",
        "Too many requests of yours are under way: wait for some of them, then ask again.",
        { retryAfterSeconds: String(RETRY_AFTER_SECONDS) },
      );
    }
    if (!this.#people.has(name)) {
      this.#people.set(name, person);
    }
    if (isFree) {
      this.#admit(person);
    } else {
      await this.#wait(person, signal).catch((reason: unknown) => {
        this.#forgetIdle(name, person);
        throw reason;
      });
    }
    return this.#releaseOf(name, person);
  }

  #admit(person: Person): void {
    this.#running += 1;
    person.running += 1;
  }

  #wait(person: Person, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        person.waiting.splice(person.waiting.indexOf(admit), 1);
        reject(signal?.reason);
      };
      const admit = () => {
        signal?.removeEventListener("abort", leave);
        this.#admit(person);
        resolve();
      };
      person.waiting.push(admit);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  #releaseOf(name: string, person: Person): () => void {
    let isReleased = false;
    return () => {
      if (isReleased) {
        return;
      }
      isReleased = true;
      this.#running -= 1;
      person.running -= 1;
      this.#people.delete(name);
      // Behind all others.
      this.#people.set(name, person);
      this.#forgetIdle(name, person);
      this.#admitNext();
    };
  }

  #forgetIdle(name: string, person: Person): void {
    if (person.running === 0 && person.waiting.length === 0 && this.#people.get(name) === person) {
      this.#people.delete(name);
    }
  }

  #admitNext(): void {
    if (this.#running >= this.options.total) {
      return;
    }
    for (const person of this.#people.values()) {
      const next = person.running < this.options.perPerson ? person.waiting.shift() : undefined;
      if (next) {
        next();
        return;
      }
    }
  }
}
