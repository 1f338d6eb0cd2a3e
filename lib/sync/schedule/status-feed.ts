import type { SyncReply } from "@/lib/shared/contract";

/** Gets the status of the copy as JSON, now and on every change, and `beat` while nothing changes. */
export interface StatusListener {
  status(json: string): void;
  beat(): void;
  /** Nothing will come any more. */
  end(): void;
}

export interface StatusFeed {
  /** @returns the way to stop listening. */
  listen(listener: StatusListener): () => void;
  listeners(): number;
  /** Ends all listeners; who comes later is ended at once. */
  close(): void;
}

export interface StatusSource {
  status(): Promise<SyncReply>;
  subscribe(onChange: () => void): () => void;
}

const AT_MOST_EVERY_MS = 500;
const BEAT_MS = 25_000;

/**
 * One status for all who listen: computed once a change and made text once, and not at all while nobody listens. It has
 * one timer and one place at the source, however many listen.
 */
export function createStatusFeed({ status, subscribe }: StatusSource): StatusFeed {
  const listeners = new Set<StatusListener>();
  let latest: string | null = null;
  let isComputing = false;
  let isOutdated = false;
  let isClosed = false;
  let waiting: NodeJS.Timeout | null = null;
  let beats: NodeJS.Timeout | null = null;
  let unsubscribe = () => {};

  async function publish(): Promise<void> {
    waiting = null;
    isComputing = true;
    isOutdated = false;
    // A status that cannot be had is no status: the next change asks again.
    const json = await status().then(JSON.stringify, () => null);
    isComputing = false;
    if (listeners.size === 0) {
      return;
    }
    latest = json;
    if (json !== null) {
      for (const listener of listeners) {
        listener.status(json);
      }
    }
    if (isOutdated) {
      publishSoon();
    }
  }

  function publishSoon(): void {
    isOutdated = true;
    if (!isComputing) {
      waiting ??= setTimeout(publish, AT_MOST_EVERY_MS);
    }
  }

  function begin(): void {
    unsubscribe = subscribe(publishSoon);
    beats = setInterval(() => {
      for (const listener of listeners) {
        listener.beat();
      }
    }, BEAT_MS);
    if (isComputing) {
      isOutdated = true; // For whoever listened before.
    } else {
      void publish();
    }
  }

  function rest(): void {
    unsubscribe();
    clearInterval(beats ?? undefined);
    clearTimeout(waiting ?? undefined);
    waiting = null;
    // It may change while nobody listens.
    latest = null;
  }

  return {
    listen(listener) {
      if (isClosed) {
        listener.end();
        return () => {};
      }
      listeners.add(listener);
      if (listeners.size === 1) {
        begin();
      } else if (latest !== null) {
        listener.status(latest);
      }
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) {
          rest();
        }
      };
    },
    listeners: () => listeners.size,
    close() {
      isClosed = true;
      const left = [...listeners];
      listeners.clear();
      if (left.length > 0) {
        rest();
      }
      for (const listener of left) {
        listener.end();
      }
    },
  };
}
