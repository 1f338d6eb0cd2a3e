/** Sleeps in real time. @throws the signal's reason as soon as it aborts; no timer and no listener is left then. */
export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
    // A process that is done ends, whoever sleeps.
    timer.unref();
    signal?.addEventListener("abort", abort, { once: true });
  });
}

/** What is waited for, or the signal's reason where it aborts first. Leaves no listener behind. */
export async function orAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) {
    return promise;
  }
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    if (signal.aborted) {
      abort();
    }
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

/**
 * Runs something with a signal that aborts when `parent` does, or after so many milliseconds with a `TimeoutError`.
 * In place of `AbortSignal.any` and `AbortSignal.timeout`, whose timer and whose place at the parent outlive the run.
 */
export async function withDeadline<T>(
  milliseconds: number,
  parent: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  parent?.throwIfAborted();
  const controller = new AbortController();
  const abort = () => controller.abort(parent?.reason);
  const timer = setTimeout(() => controller.abort(new DOMException("It took too long.", "TimeoutError")), milliseconds);
  timer.unref();
  parent?.addEventListener("abort", abort, { once: true });
  try {
    return await run(controller.signal);
  } finally {
    clearTimeout(timer);
    parent?.removeEventListener("abort", abort);
  }
}

/**
 * Runs all at once and resolves with all of their results. Where one fails the others are aborted, and all have ended
 * by the time it throws: none goes on by itself.
 */
export async function allOrNone<T>(
  runs: readonly ((signal: AbortSignal) => Promise<T>)[],
  parent?: AbortSignal,
): Promise<T[]> {
  parent?.throwIfAborted();
  const started = runs.map((run) => ({ run, controller: new AbortController() }));
  const abortAll = (reason: unknown) => {
    for (const { controller } of started) {
      controller.abort(reason);
    }
  };
  const abort = () => abortAll(parent?.reason);
  parent?.addEventListener("abort", abort, { once: true });
  const underWay = started.map(({ run, controller }) => run(controller.signal));
  try {
    return await Promise.all(underWay);
  } catch (error) {
    abortAll(error);
    await Promise.allSettled(underWay);
    throw error;
  } finally {
    parent?.removeEventListener("abort", abort);
  }
}
