import type { Store } from "@/lib/store/engine";
import { type Beat, startBeats } from "./beats";
import { failureOf } from "./failure";
import type { Told } from "./told";

/** Whose turn it is to copy, and what the others tell. */
export interface Turns {
  /** The store to copy into, fenced with this instance's turn; null while another has it. */
  copying(): Store | null;
  /** What the instance that copies last told of itself; null before anybody did. */
  told(): Told | null;
  /** Why the store could not be asked at the last beat. */
  storeError(): string | null;
  /** Resolves once it is known whose turn it is, or that the store does not answer. */
  begun: Promise<void>;
  stop(): Promise<void>;
}

/** What has changed since the last beat. */
export interface News {
  isTurn: boolean;
  isPaused: boolean;
  /** Somebody has asked for a run now. */
  wantsRun: boolean;
}

export interface TurnOptions {
  store: Store;
  say(): Told;
  /** Only where something has changed. */
  onNews(news: News): Promise<void>;
  onTrouble(): void;
}

/** On a store of one process it is always this one's turn. */
export function startTurns({ store, say, onNews, onTrouble }: TurnOptions): Turns {
  const { lease } = store;
  if (!lease) {
    const begun = Promise.resolve();
    return { copying: () => store, told: () => null, storeError: () => null, begun, stop: async () => {} };
  }
  let copying: Store | null = null;
  let heard: Beat | null = null;
  let storeError: string | null = null;
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });

  async function hear(beat: Beat): Promise<void> {
    const before = heard;
    const isTurn = beat.token !== (before?.token ?? null);
    const wantsRun = before !== null && beat.wish !== before.wish;
    const isNews = storeError !== null || JSON.stringify(beat) !== JSON.stringify(before);
    if (lease && isTurn) {
      copying = beat.token === null ? null : { ...store, confirm: lease.fence(beat.token) };
    }
    if (isNews) {
      await onNews({ isTurn, isPaused: beat.isPaused, wantsRun });
    }
    heard = beat;
    storeError = null;
    begin();
  }

  const stop = startBeats({
    store,
    lease,
    say,
    hear,
    onTrouble: (error) => {
      storeError = failureOf(error, 0).sentence;
      begin();
      onTrouble();
    },
  });
  return { copying: () => copying, told: () => heard?.told ?? null, storeError: () => storeError, begun, stop };
}
