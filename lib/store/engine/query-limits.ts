import { AsyncLocalStorage } from "node:async_hooks";
import { setMaxListeners } from "node:events";
import { CallboardError } from "@/lib/shared/errors";
import { FairQueue, type FairQueueOptions } from "@/lib/shared/fair-queue";

/** A person's request, to the last of its queries. */
interface Question {
  /** The person's id. */
  person: string;
  /** Aborts when they no longer wait for the answer. */
  signal: AbortSignal;
}

// Next bundles instrumentation and routes apart, so this module is there twice in one process.
const shared: { callboardQuestions?: AsyncLocalStorage<Question | undefined> } = globalThis as typeof globalThis & {
  callboardQuestions?: AsyncLocalStorage<Question | undefined>;
};
shared.callboardQuestions ??= new AsyncLocalStorage<Question | undefined>();
const questions = shared.callboardQuestions;

/**
 * Runs what answers a person's question: every query of it waits for the person's turn, has a deadline, and is given up
 * once the person disconnects. The sync, sign-in and changes run outside of it and have no deadline: half a change would
 * be worse than a late one.
 */
export function asQuestion<T>(question: Question, run: () => T): T {
  // One listener for each query: Node would warn of a leak from eleven on.
  setMaxListeners(0, question.signal);
  return questions.run(question, run);
}

/** Runs what serves others too, in a question or not. */
export function outsideQuestions<T>(run: () => T): T {
  return questions.run(undefined, run);
}

/** How long a query of a person's request may take by default. */
export const QUERY_TIMEOUT_MS = 15_000;

/** Rows that one query of a question may bring into this process. */
export const MOST_ROWS = 200_000;

export function tooManyRows(): CallboardError {
  return new CallboardError(
    "result_too_large",
    `The answer has more than ${MOST_ROWS.toLocaleString("en")} rows: choose a shorter range or more filters.`,
  );
}

/** The limits of people's queries, for one store. */
export class QueryLimits {
  readonly #queue: FairQueue;

  constructor(
    readonly timeoutMs: number,
    places: Omit<FairQueueOptions, "waitingPerPerson">,
  ) {
    // Requests are limited where they arrive: each of them may make as many queries as it needs.
    this.#queue = new FairQueue({ ...places, waitingPerPerson: Number.POSITIVE_INFINITY });
  }

  /** Waits until the asker may use a connection; null at once where nobody's question is being answered. */
  async enter(): Promise<QueryPlace | null> {
    const question = questions.getStore();
    if (!question) {
      return null;
    }
    const leave = await this.#queue.enter(question.person, question.signal);
    return new QueryPlace(question.signal, this, leave);
  }

  timedOut(): CallboardError {
    return new CallboardError(
      "timed_out",
      `This took longer than ${this.timeoutMs / 1000} seconds and was given up: choose a shorter range or fewer filters.`,
    );
  }
}

/** Between two interrupts: the engine ignores one that comes before the query has started. */
const INTERRUPT_EVERY_MS = 200;

/** The right to one connection for the queries of a question. */
export class QueryPlace {
  constructor(
    private readonly signal: AbortSignal,
    private readonly limits: QueryLimits,
    readonly leave: () => void,
  ) {}

  /**
   * Runs one query, and interrupts it at its deadline and once its asker goes.
   * @throws CallboardError `timed_out`; the signal's reason
   */
  async run<T>(query: () => Promise<T>, interrupt: () => void): Promise<T> {
    this.signal.throwIfAborted();
    let cause: unknown;
    let again: NodeJS.Timeout | undefined;
    const stop = (reason: unknown) => {
      cause ??= reason;
      interrupt();
      again ??= setInterval(interrupt, INTERRUPT_EVERY_MS);
    };
    const leave = () => stop(this.signal.reason);
    const deadline = setTimeout(() => stop(this.limits.timedOut()), this.limits.timeoutMs);
    this.signal.addEventListener("abort", leave, { once: true });
    try {
      return await query();
    } catch (error) {
      throw cause ?? error;
    } finally {
      clearTimeout(deadline);
      clearInterval(again);
      this.signal.removeEventListener("abort", leave);
    }
  }
}
