import type { Session } from "@/lib/auth/session";
import { requestSignal } from "@/lib/http/request-signal";
import type { Runtime } from "@/lib/runtime";
import { MINUTE_MS } from "@/lib/shared/instants";
import { asQuestion } from "@/lib/store/engine/query-limits";

export interface Asking {
  runtime: Runtime;
  session: Session;
  /** Aborts when the asker goes; the request's own where none is given. */
  signal?: AbortSignal;
}

/** How long an export that nobody takes keeps its place. */
const STALL_MS = MINUTE_MS;

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

/**
 * Makes an export once it is its turn among exports, which it keeps until the last of it is taken or nobody takes it any
 * more. It frees its place among questions while it waits.
 */
export async function streamExport<T extends { stream: ReadableStream<Uint8Array> }>(
  asking: Asking & { leaveTurn(): void },
  make: () => Promise<T>,
): Promise<T> {
  const { runtime, session, signal = requestSignal(), leaveTurn } = asking;
  leaveTurn();
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
