import type { Store } from "@/lib/store/engine/engine";
import { failureOf } from "@/lib/sync/run/failure";
import { type Heartbeat, startHeartbeat } from "./heartbeat";
import type { PublishedStatus } from "./published-status";

/** Which of several instances copies: the leader. The others, its followers, show what it publishes. */
export interface LeaderElection {
  /** The store to copy into, fenced with this instance's lease; null while another instance is the leader. */
  leaderStore(): Store | null;
  /** The leader's status as it was last published; null before it was. */
  published(): PublishedStatus | null;
  /** Why the store did not answer at the last heartbeat. */
  storeError(): string | null;
  /** Resolves once it is known who the leader is, or that the store does not answer. */
  decided: Promise<void>;
  stop(): Promise<void>;
}

/** What has changed since the last heartbeat. */
export interface ElectionChange {
  /** Whether this instance has become the leader, or is so no longer. */
  isLeaderChanged: boolean;
  isPaused: boolean;
  /** Whether a run was requested through the database. */
  isRunRequested: boolean;
}

export interface ElectionOptions {
  store: Store;
  statusToPublish(): PublishedStatus;
  /** Called only where something has changed. */
  onChange(change: ElectionChange): Promise<void>;
  onTrouble(): void;
}

/** On a store of one process this instance is always the leader. */
export function startLeaderElection(options: ElectionOptions): LeaderElection {
  const { store, statusToPublish, onChange, onTrouble } = options;
  const { lease } = store;
  if (!lease) {
    const decided = Promise.resolve();
    return { leaderStore: () => store, published: () => null, storeError: () => null, decided, stop: async () => {} };
  }
  let leaderStore: Store | null = null;
  let last: Heartbeat | null = null;
  let storeError: string | null = null;
  let decide = () => {};
  const decided = new Promise<void>((resolve) => {
    decide = resolve;
  });

  async function onHeartbeat(heartbeat: Heartbeat): Promise<void> {
    const { token, isPaused, runRequested } = heartbeat;
    const isLeaderChanged = token !== (last?.token ?? null);
    const isRunRequested = last !== null && runRequested !== last.runRequested;
    const isChanged = storeError !== null || JSON.stringify(heartbeat) !== JSON.stringify(last);
    if (lease && isLeaderChanged) {
      leaderStore = token === null ? null : { ...store, confirm: lease.fence(token) };
    }
    if (isChanged) {
      await onChange({ isLeaderChanged, isPaused, isRunRequested });
    }
    last = heartbeat;
    storeError = null;
    decide();
  }

  const stop = startHeartbeat({
    store,
    lease,
    statusToPublish,
    onHeartbeat,
    onTrouble: (error) => {
      storeError = failureOf(error, 0).message;
      decide();
      onTrouble();
    },
  });
  return {
    leaderStore: () => leaderStore,
    published: () => last?.published ?? null,
    storeError: () => storeError,
    decided,
    stop,
  };
}
