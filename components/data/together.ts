/** So long what comes waits for what comes right behind it: to draw a page at each would keep the last one waiting. */
export const TOGETHER_MS = 80;

/** Hands over in one go what is added within a moment of the first; `hand` does so at once. */
export function together() {
  let waiting: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hand = () => {
    clearTimeout(timer);
    timer = undefined;
    const all = waiting;
    waiting = [];
    for (const give of all) {
      give();
    }
  };
  const add = (give: () => void) => {
    waiting.push(give);
    timer ??= setTimeout(hand, TOGETHER_MS);
  };
  return { add, hand };
}
