import type { IncomingMessage, ServerResponse } from "node:http";
import { setImmediate } from "node:timers/promises";
import { CallboardError } from "@/lib/shared/errors";
import { FairQueue } from "@/lib/shared/fair-queue";
import { CLIENT_ADDRESS_HEADER, networkOf } from "./client-address";
import { runInRequest } from "./request-signal";

/** How many requests Next may start at once: starting one blocks the event loop for milliseconds. */
const MOST_AT_ONCE = 16;
/** The most of these from one network, so that forged cookies and tokens gain nothing. */
const MOST_OF_NETWORK = 8;
const MOST_OF_SESSION = 2;
const WAITING = 1000;
/** A request whose sender is still unknown then (its body has not come) loses its place. */
const LONGEST_ARRIVAL_MS = 2000;
/** Event-loop turns between two starts. */
const TURNS_FOR_OTHERS = 10;
/** Short, and needed at any time. */
const WITHOUT_WAITING = /^\/(api\/health$|_next\/|icon\.svg$|favicon\.ico$)/;

/** Starts requests in fair turns between those who send them: by session or token first, then by network. */
export function createArrivals() {
  const enter = createEntrance();
  return {
    /**
     * Handles a request once it is its turn; drops it if the client disconnects before.
     * @throws CallboardError `too_many_requests`
     */
    async begin(request: IncomingMessage, response: ServerResponse, handle: () => boolean): Promise<void> {
      const signal = goneSignal(response);
      const isShort = WITHOUT_WAITING.test((request.url ?? "").split("?", 1)[0] ?? "");
      const endArrival = isShort ? () => {} : await waitForTurn(enter(request, signal), signal);
      if (endArrival) {
        endWithReply(response, endArrival);
        runInRequest({ signal, endArrival }, handle);
      }
    },
  };
}

type Leave = () => void;

/** Two queues one after the other: a request takes its place in both, and leaves both at once. */
function createEntrance() {
  const sessions = new FairQueue({
    total: Number.POSITIVE_INFINITY,
    perPerson: MOST_OF_SESSION,
    waitingPerPerson: WAITING,
  });
  const networks = new FairQueue({
    total: MOST_AT_ONCE,
    perPerson: MOST_OF_NETWORK,
    waitingPerPerson: Number.POSITIVE_INFINITY,
  });
  return async (request: IncomingMessage, signal: AbortSignal): Promise<Leave> => {
    const network = networkOf(String(request.headers[CLIENT_ADDRESS_HEADER]));
    const leaveSession = await sessions.enter(sessionShown(request) ?? network, signal);
    try {
      const leaveNetwork = await networks.enter(network, signal);
      return () => {
        leaveNetwork();
        leaveSession();
      };
    } catch (error) {
      leaveSession();
      throw error;
    }
  };
}

/** @returns null where the sender went before it was the request's turn. @throws CallboardError `too_many_requests` */
async function waitForTurn(entering: Promise<Leave>, signal: AbortSignal): Promise<Leave | null> {
  const leave = await entering.catch((error: unknown) => {
    if (error instanceof CallboardError) {
      throw error;
    }
    return null;
  });
  if (!leave) {
    return null;
  }
  await letOthersGoOn();
  if (signal.aborted) {
    leave();
    return null;
  }
  setTimeout(leave, LONGEST_ARRIVAL_MS).unref();
  return leave;
}

/** Once the reply begins, or its connection ends, the next request may begin. */
function endWithReply(response: ServerResponse, endArrival: Leave): void {
  response.once("close", endArrival);
  const writeHead = response.writeHead;
  response.writeHead = (...head: unknown[]) => {
    endArrival();
    return Reflect.apply(writeHead, response, head);
  };
}

/** Lets work that is waiting for the event loop (answers of the engine's threads) continue before the next start. */
async function letOthersGoOn(): Promise<void> {
  for (let turns = 0; turns < TURNS_FOR_OTHERS; turns += 1) {
    await setImmediate();
  }
}

/** A token, or the session's cookie: not checked yet. */
function sessionShown({ headers }: IncomingMessage): string | undefined {
  const cookie = /session_token=([^;]+)/.exec(headers.cookie ?? "")?.[1];
  const shown = headers.authorization ?? headers["x-api-key"] ?? cookie;
  return Array.isArray(shown) ? shown.join() : shown;
}

/** Aborts when the connection ends before the reply does. */
function goneSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) {
      controller.abort();
    }
  });
  return controller.signal;
}
