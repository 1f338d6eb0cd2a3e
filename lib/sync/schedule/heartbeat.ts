import { sleep } from "@/lib/shared/aborting";
import type { Store } from "@/lib/store/engine/engine";
import { readSetting } from "@/lib/store/settings/settings";
import type { Lease } from "@/lib/store/sync/lease";
import { type PublishedStatus, readPublishedStatus } from "./published-status";

export const PAUSED = "sync.paused";
/** Changes with every request for a run now: how it reaches the leader. */
export const RUN_REQUESTED = "sync.run-requested";

/** What an instance reads at every heartbeat. */
export interface Heartbeat {
  /** This instance's lease, while it is the leader; null while another one is. */
  token: number | null;
  /** Grows with every commit of the sync. */
  commits: number;
  published: PublishedStatus | null;
  isPaused: boolean;
  runRequested: string | null;
}

export interface HeartbeatOptions {
  store: Store;
  lease: Lease;
  /** What this instance publishes while it is the leader. */
  statusToPublish(): PublishedStatus;
  onHeartbeat(heartbeat: Heartbeat): Promise<void>;
  onTrouble(error: unknown): void;
}

/** Short enough that a lease of ten seconds survives a heartbeat that fails, and that followers are seconds behind. */
const INTERVAL_MS = 2000;

/**
 * Takes or renews the lease, publishes this instance's status, and reads the leader's. In real time, whatever clock the
 * sync has: the lease ends by the database's clock. @returns the way to stop, which releases the lease.
 */
export function startHeartbeat(options: HeartbeatOptions): () => Promise<void> {
  const { store, lease, statusToPublish, onHeartbeat, onTrouble } = options;
  const stopping = new AbortController();

  async function renewLease(): Promise<void> {
    const token = await lease.hold(JSON.stringify(statusToPublish()));
    const [{ commits, published }, paused, runRequested] = await Promise.all([
      lease.read(),
      readSetting(store.db, PAUSED),
      readSetting(store.db, RUN_REQUESTED),
    ]);
    await onHeartbeat({
      token,
      commits,
      published: readPublishedStatus(published),
      isPaused: paused === "true",
      runRequested,
    });
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      await renewLease().catch(onTrouble);
      await sleep(INTERVAL_MS, stopping.signal).catch(() => {});
    }
  }

  const looping = loop();
  return async () => {
    stopping.abort();
    await looping;
    await lease.release().catch(onTrouble);
  };
}
