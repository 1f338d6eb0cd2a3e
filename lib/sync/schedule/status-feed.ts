import type { SyncReply } from "@/lib/shared/contract";

/** Gets the status of the sync as JSON, now and on every change, and a `heartbeat` while nothing changes. */
export interface StatusListener {
  status(json: string): void;
  heartbeat(): void;
  /** Nothing will follow. */
  end(): void;
}

export interface StatusFeed {
  /** @returns the function that unsubscribes. */
  subscribe(listener: StatusListener): () => void;
  subscribers(): number;
  /** Ends all listeners; who subscribes later is ended at once. */
  close(): void;
}

export interface StatusSource {
  status(): Promise<SyncReply>;
  subscribe(onChange: () => void): () => void;
}

const AT_MOST_EVERY_MS = 500;
const HEARTBEAT_MS = 25_000;

/**
 * One status for all who subscribe: computed and made text once a change, and not at all while nobody does. It has one
 * timer and one subscription to the source, however many listeners there are.
 */
export function createStatusFeed(source: StatusSource): StatusFeed {
  return new SharedStatus(source);
}

class SharedStatus implements StatusFeed {
  private readonly listeners = new Set<StatusListener>();
  private latest: string | null = null;
  private isComputing = false;
  private isOutdated = false;
  private isClosed = false;
  private waiting: NodeJS.Timeout | undefined;
  private heartbeats: NodeJS.Timeout | undefined;
  private unsubscribe = () => {};

  constructor(private readonly source: StatusSource) {}

  subscribe(listener: StatusListener): () => void {
    if (this.isClosed) {
      listener.end();
      return () => {};
    }
    this.listeners.add(listener);
    if (this.listeners.size === 1) {
      this.start();
    } else if (this.latest !== null) {
      listener.status(this.latest);
    }
    return () => {
      if (this.listeners.delete(listener) && this.listeners.size === 0) {
        this.stop();
      }
    };
  }

  subscribers(): number {
    return this.listeners.size;
  }

  close(): void {
    this.isClosed = true;
    const left = [...this.listeners];
    this.listeners.clear();
    if (left.length > 0) {
      this.stop();
    }
    for (const listener of left) {
      listener.end();
    }
  }

  private start(): void {
    this.unsubscribe = this.source.subscribe(() => this.publishSoon());
    this.heartbeats = setInterval(() => this.sendHeartbeat(), HEARTBEAT_MS);
    if (this.isComputing) {
      this.isOutdated = true; // It was computed for earlier listeners.
    } else {
      void this.publish();
    }
  }

  private stop(): void {
    this.unsubscribe();
    clearInterval(this.heartbeats);
    clearTimeout(this.waiting);
    this.waiting = undefined;
    // It may change while nobody is subscribed.
    this.latest = null;
  }

  private publishSoon(): void {
    this.isOutdated = true;
    if (!this.isComputing) {
      this.waiting ??= setTimeout(() => this.publish(), AT_MOST_EVERY_MS);
    }
  }

  private async publish(): Promise<void> {
    this.waiting = undefined;
    this.isComputing = true;
    this.isOutdated = false;
    // Where the status cannot be read, the next change reads it again.
    const json = await this.source.status().then(JSON.stringify, () => null);
    this.isComputing = false;
    if (this.listeners.size === 0) {
      return;
    }
    this.latest = json;
    if (json !== null) {
      for (const listener of this.listeners) {
        listener.status(json);
      }
    }
    if (this.isOutdated) {
      this.publishSoon();
    }
  }

  private sendHeartbeat(): void {
    for (const listener of this.listeners) {
      listener.heartbeat();
    }
  }
}
