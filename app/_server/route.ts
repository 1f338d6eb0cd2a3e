import { requireOwnOrigin } from "@/lib/auth/origin";
import { requireSession, type Session } from "@/lib/auth/session";
import { readTokenSession } from "@/lib/auth/tokens";
import { endArrival } from "@/lib/http/request-signal";
import { respondError } from "@/lib/http/respond";
import { type Runtime, runtime } from "@/lib/runtime";
import { CallboardError } from "@/lib/shared/errors";
import { answerQuestion } from "./question";

export interface Asked<Params> {
  request: Request;
  /** The parameters of the query string. */
  search: URLSearchParams;
  params: Params;
  session: Session;
  runtime: Runtime;
  /** Lets the person's next question be answered before this one has been: an export waits for others of its kind. */
  leaveTurn(): void;
}

interface RouteContext<Params> {
  params: Promise<Params>;
}

export interface GuardedOptions {
  /** Questions wait for their turn, have a deadline, and are given up once the asker goes. Changes are none. */
  isQuestion: boolean;
}

/** For changes, and for what is answered whatever else is asked: the copy's status. */
export const NO_QUESTION: GuardedOptions = { isQuestion: false };

/** What is not ours goes to the log without its message, which could quote a customer's data. */
export function noteFailure({ log }: Runtime, route: string, error: unknown): void {
  const isGone = error instanceof Error && error.name === "AbortError";
  if (!(error instanceof CallboardError || isGone)) {
    const frames = error instanceof Error ? error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) : [];
    log.error({ route, frames: frames?.slice(0, 8) }, "a request failed");
  }
}

/** A route behind a session: guard, then `reply`, and every error with its code and status. */
export function guarded<Params>(
  reply: (asked: Asked<Params>) => Promise<Response>,
  { isQuestion }: GuardedOptions = { isQuestion: true },
) {
  return async (request: Request, { params }: RouteContext<Params>): Promise<Response> => {
    const started = await runtime();
    try {
      const session = await whoAsks(started, request);
      endArrival();
      const search = new URL(request.url).searchParams;
      const asked = { request, search, params: await params, session, runtime: started };
      return await (isQuestion
        ? answerQuestion({ runtime: started, session, signal: request.signal }, (leaveTurn) =>
            reply({ ...asked, leaveTurn }),
          )
        : reply({ ...asked, leaveTurn: () => {} }));
    } catch (error) {
      noteFailure(started, new URL(request.url).pathname, error);
      return respondError(error);
    }
  };
}

/** A token comes from no browser: what it asks for needs no look at where it comes from. */
async function whoAsks({ auth, store, appUrl, clock }: Runtime, request: Request): Promise<Session> {
  const byToken = await readTokenSession(store.db, request.headers, clock.now());
  if (byToken) {
    return byToken;
  }
  if (request.method !== "GET") {
    requireOwnOrigin(request, appUrl);
  }
  return requireSession(auth, request.headers, clock.now());
}
