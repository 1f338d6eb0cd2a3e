import { requireOwnOrigin } from "@/lib/auth/origin";
import { requireCookie, requireRole, requireSession, type Session } from "@/lib/auth/session";
import { readTokenSession } from "@/lib/auth/tokens";
import { endArrival } from "@/lib/http/request-signal";
import { respondError, respondJson, respondLines } from "@/lib/http/respond";
import type { MethodsOf, ReadQuery, ReplyOf, Route } from "@/lib/http/route";
import { type Runtime, runtime } from "@/lib/runtime";
import type { Meta } from "@/lib/shared/contract";
import { CallboardError } from "@/lib/shared/errors";
import type { ReportRange } from "@/lib/shared/range";
import { metaOf, queryContext } from "./dataset";
import { respondWithEtag } from "./etag-reply";
import { type Input, readInput } from "./input";
import { answerQuestion } from "./question";

/** A request as its handler gets it: who asks has been admitted, and what they sent has been parsed. */
export interface Asked<R extends Route> extends Input<R> {
  request: Request;
  session: R["access"] extends "anybody" ? null : Session;
  runtime: Runtime;
  /** What the reply says of its query's range and of how complete the copy is in it. @throws Error without a query. */
  meta(): Promise<Meta>;
  /** Lets the person's next question be answered before this one has been: an export waits for others of its kind. */
  leaveTurn(): void;
}

/** What a route answers: what it declares, or a `Response` where that is a file or has another status. */
type Answer<R extends Route> = (
  asked: Asked<R>,
) => R["reply"] extends { status: 204 } ? Promise<void> : Promise<ReplyOf<R> | Response>;

/** A route as Next calls it. */
interface Handler {
  (request: Request, context: { params: Promise<Record<string, string>> }): Promise<Response>;
  route: Route;
}

/**
 * The handlers of a route, one for each of its methods: admits who asks, waits for their turn, parses what they sent,
 * and answers with what `answer` returns; every error with its code and status.
 */
export function route<R extends Route>(declared: R, answer: Answer<R>): Record<MethodsOf<R>, Handler> {
  const handle = async (request: Request, context: { params: Promise<Record<string, string>> }) => {
    const started = await runtime();
    try {
      const session = await admit(declared, started, request);
      const params = await context.params;
      const reply = async (leaveTurn: () => void) => {
        const input = await readInput(declared, request, params, queryContext(started));
        const meta = readOnce(() => metaOf(started, rangeOf(input.query)));
        const asked = { ...input, request, session, runtime: started, meta, leaveTurn } as Asked<R>;
        return respondWithEtag(declared, asked, async () => respond(declared, await answer(asked)));
      };
      return declared.isQuestion && session
        ? await answerQuestion({ runtime: started, session, signal: request.signal }, reply)
        : await reply(() => {});
    } catch (error) {
      noteFailure(started, new URL(request.url).pathname, error);
      return respondError(error);
    }
  };
  const methods = [declared.method.toUpperCase(), ...(declared.alsoByPost ? ["POST"] : [])];
  const handler = Object.assign(handle, { route: declared });
  return Object.fromEntries(methods.map((method) => [method, handler])) as unknown as Record<MethodsOf<R>, Handler>;
}

/** @returns null where anybody may ask. @throws CallboardError `unauthenticated`, `forbidden` */
async function admit({ access, role }: Route, started: Runtime, request: Request): Promise<Session | null> {
  if (access === "anybody") {
    return null;
  }
  const session = await readSender(started, request);
  endArrival();
  if (access === "session") {
    requireCookie(session);
  }
  if (role) {
    requireRole(session, role);
  }
  return session;
}

/** A token comes from no browser: what it asks for needs no look at where it comes from. */
async function readSender({ auth, store, appUrl, clock }: Runtime, request: Request): Promise<Session> {
  const byToken = await readTokenSession(store.db, request.headers, clock.now());
  if (byToken) {
    return byToken;
  }
  if (request.method !== "GET") {
    requireOwnOrigin(request, appUrl);
  }
  return requireSession(auth, request.headers, clock.now());
}

/** A query without a range has no `meta`: a fault of the program. */
function rangeOf(query: ReadQuery | undefined): ReportRange {
  if (!query) {
    throw new Error("This route declares no query.");
  }
  return query.range;
}

function readOnce<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}

function respond({ reply }: Route, answer: unknown): Response {
  if (answer instanceof Response) {
    return answer;
  }
  if (reply.lines) {
    return respondLines(answer as AsyncGenerator<unknown>);
  }
  return answer === undefined ? new Response(null, { status: reply.status }) : respondJson(answer, reply.status);
}

/** What is not ours goes to the log without its message, which could quote a customer's data. */
export function noteFailure({ log }: Runtime, address: string, error: unknown): void {
  const isGone = error instanceof Error && error.name === "AbortError";
  if (!(error instanceof CallboardError || isGone)) {
    const frames = error instanceof Error ? error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) : [];
    log.error({ route: address, frames: frames?.slice(0, 8) }, "a request failed");
  }
}
