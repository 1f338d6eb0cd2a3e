import { sleep } from "@/lib/shared/aborting";
import type { Store } from "@/lib/store/engine";
import type { Lease } from "@/lib/store/lease";
import { readSetting } from "@/lib/store/settings";
import { readTold, type Told } from "./told";

export const PAUSED = "sync.paused";
/** Changes with every wish for a run now: how it reaches the instance that copies. */
export const WISH = "sync.wish";

/** What an instance learns of the copy at every beat. */
export interface Beat {
  /** Of this instance's turn to copy; null while another has it. */
  token: number | null;
  /** Grows with every commit of the copy. */
  commits: number;
  told: Told | null;
  isPaused: boolean;
  wish: string | null;
}

export interface BeatOptions {
  store: Store;
  lease: Lease;
  /** What this instance tells of the copy while it has it. */
  say(): Told;
  hear(beat: Beat): Promise<void>;
  onTrouble(error: unknown): void;
}

/** Often enough that a lease of ten seconds outlives a beat that fails, and that every instance is seconds behind. */
const BEAT_MS = 2000;

/**
 * Takes or keeps the turn to copy, and looks what the others did. In real time, whatever clock the copy has: the lease
 * ends by the database's. @returns the way to stop, which gives the turn back.
 */
export function startBeats({ store, lease, say, hear, onTrouble }: BeatOptions): () => Promise<void> {
  const stopping = new AbortController();

  async function beat(): Promise<void> {
    const token = await lease.hold(JSON.stringify(say()));
    const [{ commits, told }, paused, wish] = await Promise.all([
      lease.read(),
      readSetting(store.db, PAUSED),
      readSetting(store.db, WISH),
    ]);
    await hear({ token, commits, told: readTold(told), isPaused: paused === "true", wish });
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      await beat().catch(onTrouble);
      await sleep(BEAT_MS, stopping.signal).catch(() => {});
    }
  }

  const looping = loop();
  return async () => {
    stopping.abort();
    await looping;
    await lease.release().catch(onTrouble);
  };
}
