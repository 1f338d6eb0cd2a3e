import type { z } from "zod";
import type { SyncReply } from "@/lib/shared/contract";
import { MINUTE_MS } from "@/lib/shared/instants";

/** What is used of an `EventSource`. */
export interface EventStream {
  onmessage: ((event: MessageEvent<string>) => void) | null;
  onerror: ((event: Event) => void) | null;
  addEventListener(name: "beat", listener: () => void): void;
  close(): void;
}

export interface FollowOptions {
  open(): EventStream;
  /** Loaded with the first status, after the first paint. */
  schema(): Promise<z.ZodType<SyncReply>>;
  onStatus(status: SyncReply): void;
  /** Since when nothing comes any more (Unix ms), once trying again has not helped; null as soon as it comes again. */
  onLost(since: number | null): void;
  now(): number;
  /** Uniform in [0, 1): spreads the tries of many pages. */
  random(): number;
}

/** The server sends a heartbeat every 25 s: a stream that is silent for a minute is dead, though the browser calls it open. */
const SILENCE_MS = MINUTE_MS;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = MINUTE_MS;

/**
 * Follows the status of the sync for as long as the page is open. Whatever ends the stream (a server that restarts, a
 * session that is over, a proxy's page of HTML, silence, a status of another version), it is opened again, after pauses
 * that grow to a minute: a browser by itself gives up on most of these. @returns the way to stop.
 */
export function followStatus({ open, schema, onStatus, onLost, now, random }: FollowOptions) {
  let stream: Pick<EventStream, "close"> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let lostAt: number | null = null;
  let isStopped = false;

  function close(): void {
    clearTimeout(timer);
    stream?.close();
    stream = null;
  }

  function fail(): void {
    close();
    failures += 1;
    lostAt ??= now();
    if (failures > 1) {
      onLost(lostAt);
    }
    timer = setTimeout(connect, pauseAfter(failures, random));
  }

  function succeed(status: SyncReply): void {
    failures = 0;
    if (lostAt !== null) {
      lostAt = null;
      onLost(null);
    }
    onStatus(status);
  }

  function connect(): void {
    close();
    stream = listen({ open, schema, onStatus: succeed, onFailure: fail });
  }

  connect();
  return {
    /** Tries at once, where it waits to try again. */
    retry: () => {
      if (stream === null && !isStopped) {
        connect();
      }
    },
    stop: () => {
      isStopped = true;
      close();
    },
  };
}

/** Doubles with each failure in a row, up to a minute; spread, so that not all pages try at the same moment. */
function pauseAfter(failures: number, random: () => number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1)) * (0.5 + random() / 2);
}

interface ListenOptions extends Pick<FollowOptions, "open" | "schema" | "onStatus"> {
  /** Called at most once: the stream has failed, is silent, or sent what is no status. */
  onFailure(): void;
}

/** Listens to one stream until it fails or is closed. */
function listen({ open, schema, onStatus, onFailure }: ListenOptions): Pick<EventStream, "close"> {
  const stream = open();
  let isOpen = true;
  let silence: ReturnType<typeof setTimeout> | undefined;

  function fail(): void {
    if (isOpen) {
      onFailure();
    }
  }

  function expectMore(): void {
    clearTimeout(silence);
    silence = isOpen ? setTimeout(fail, SILENCE_MS) : undefined;
  }

  expectMore();
  stream.onerror = fail;
  stream.addEventListener("beat", expectMore);
  stream.onmessage = async ({ data }) => {
    const status = await readStatus(data, schema);
    if (!status) {
      fail();
    } else if (isOpen) {
      expectMore();
      onStatus(status);
    }
  };
  return {
    close: () => {
      isOpen = false;
      clearTimeout(silence);
      stream.close();
    },
  };
}

async function readStatus(text: string, schema: FollowOptions["schema"]): Promise<SyncReply | null> {
  try {
    return (await schema()).parse(JSON.parse(text));
  } catch {
    return null;
  }
}
