/** How long the first callback of a batch waits for others: drawing the page after each would delay the last of them. */
export const BATCH_MS = 80;

/** Collects callbacks and runs them in one go, `BATCH_MS` after the first was added; `flush` runs them at once. */
export function batchCallbacks() {
  let waiting: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    for (const callback of batch) {
      callback();
    }
  };
  const add = (callback: () => void) => {
    waiting.push(callback);
    timer ??= setTimeout(flush, BATCH_MS);
  };
  return { add, flush };
}
