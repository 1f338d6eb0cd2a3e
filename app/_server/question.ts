import type { Session } from "@/lib/auth/session";
import { CLIENT_ADDRESS_HEADER } from "@/lib/http/client-address";
import { requestSignal } from "@/lib/http/request-signal";
import type { Runtime } from "@/lib/runtime";
import { asQuestion } from "@/lib/store/query-limits";

interface Asking {
  runtime: Runtime;
  session: Session;
  /** Aborts when the asker goes; the request's own where none is given. */
  signal?: AbortSignal;
}

/** How long an export that nobody takes keeps its place. */
const STALL_MS = 60_000;

/**
 * Finds out who asks, in turn with all others who show something else: it is a short query or two, but hundreds of them
 * at once would be before everybody's.
 */
export async function identify<T>(runtime: Runtime, headers: Pick<Headers, "get">, find: () => Promise<T>): Promise<T> {
  const leave = await runtime.arrivals.enter(shownIn(headers), requestSignal());
  try {
    return await find();
  } finally {
    leave();
  }
}

/** What a request shows of who sends it: a token, the session's cookie, or nothing but where it comes from. */
function shownIn(headers: Pick<Headers, "get">): string {
  const session = /session_token=([^;]+)/.exec(headers.get("cookie") ?? "")?.[1];
  return (
    headers.get("authorization") ?? headers.get("x-api-key") ?? session ?? headers.get(CLIENT_ADDRESS_HEADER) ?? ""
  );
}

/**
 * Answers a person's question once it is its turn among all of theirs.
 * @throws CallboardError `too_many_requests`, and what its queries throw: `timed_out`, `result_too_large`
 */
export async function answerQuestion<T>(asking: Asking, run: (leave: () => void) => Promise<T>): Promise<T> {
  const { runtime, session, signal = requestSignal() } = asking;
  const person = session.person.id;
  const leave = await runtime.questions.enter(person, signal);
  try {
    return await asQuestion({ person, signal }, () => run(leave));
  } finally {
    leave();
  }
}

/** Makes an export once it is its turn, which it keeps until the last of it is taken or nobody takes it any more. */
export async function streamExport<T extends { stream: ReadableStream<Uint8Array> }>(
  asking: Asking,
  make: () => Promise<T>,
): Promise<T> {
  const { runtime, session, signal = requestSignal() } = asking;
  const person = session.person.id;
  const within = <R>(run: () => R) => asQuestion({ person, signal }, run);
  const leave = await runtime.exports.enter(person, signal);
  try {
    const made = await within(make);
    return { ...made, stream: whileTaken(made.stream, within, leave) };
  } catch (error) {
    leave();
    throw error;
  }
}

function whileTaken(
  stream: ReadableStream<Uint8Array>,
  within: <R>(run: () => R) => R,
  leave: () => void,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  let stall: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(stall);
    leave();
  };
  const watch = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    stall = setTimeout(() => {
      end();
      const reason = new Error("Nobody takes the export.");
      controller.error(reason);
      reader.cancel(reason).catch(() => {});
    }, STALL_MS);
    stall.unref();
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(stall);
      try {
        const { value, done } = await within(() => reader.read());
        if (done) {
          end();
          controller.close();
        } else {
          controller.enqueue(value);
          watch(controller);
        }
      } catch (error) {
        end();
        controller.error(error);
      }
    },
    async cancel(reason) {
      end();
      await reader.cancel(reason);
    },
  });
}
