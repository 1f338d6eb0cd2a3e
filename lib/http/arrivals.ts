import type { IncomingMessage, ServerResponse } from "node:http";
import { setImmediate } from "node:timers/promises";
import { CallboardError } from "@/lib/shared/errors";
import { FairQueue } from "@/lib/shared/fair-queue";
import { CLIENT_ADDRESS_HEADER, networkOf } from "./client-address";
import { runInRequest } from "./request-signal";

/** How many requests Next may start at once: starting one blocks the event loop for milliseconds. */
const MOST_AT_ONCE = 16;
/** Of these at most so many from one network: made-up cookies and tokens bring nobody more turns. */
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

  async function enter(request: IncomingMessage, signal: AbortSignal): Promise<() => void> {
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
  }

  return {
    /**
     * Has a request handled once it is its turn; not at all where its sender goes before.
     * @throws CallboardError `too_many_requests`
     */
    async begin(request: IncomingMessage, response: ServerResponse, handle: () => boolean): Promise<void> {
      const signal = goneSignal(response);
      let endArrival = () => {};
      if (!WITHOUT_WAITING.test((request.url ?? "").split("?", 1)[0] ?? "")) {
        try {
          endArrival = await enter(request, signal);
        } catch (error) {
          if (error instanceof CallboardError) {
            throw error;
          }
          return;
        }
        await letOthersGoOn();
        if (signal.aborted) {
          endArrival();
          return;
        }
        setTimeout(endArrival, LONGEST_ARRIVAL_MS).unref();
      }
      response.once("close", endArrival);
      const writeHead = response.writeHead;
      response.writeHead = (...head: unknown[]) => {
        endArrival();
        return Reflect.apply(writeHead, response, head);
      };
      runInRequest({ signal, endArrival }, handle);
    },
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
