/** How long something takes, in milliseconds. */
async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const begunAt = performance.now();
  await act();
  return performance.now() - begunAt;
}

const USUAL_MS = 10;

/**
 * What nobody may wait longer than, in the seconds of {@link longestWait}. Others wait under a second on a machine that
 * does nothing else; the rest is room for one that does. Without the limits they waited 27 to 92 seconds.
 */
export const LONGEST_WAIT = 2;

/**
 * The longest that others wait while something goes on, in seconds of a machine of usual speed: one that needs more than
 * 10 ms for the server's health while nothing else is asked is as much slower.
 */
export async function longestWait(
  idle: () => Promise<unknown>,
  others: readonly (() => Promise<unknown>)[],
  meanwhile: () => Promise<unknown>,
): Promise<number> {
  const waits: number[] = [];
  for (let times = 0; times < 20; times += 1) {
    waits.push(await timeOf(idle));
  }
  const usual = waits.sort((a, b) => a - b)[10] ?? USUAL_MS;
  let isOver = false;
  const done = meanwhile().finally(() => {
    isOver = true;
  });
  // Whoever waits for `done` below learns why it failed.
  done.catch(() => {});
  let longest = 0;
  do {
    for (const other of others) {
      longest = Math.max(longest, await timeOf(other));
    }
  } while (!isOver);
  await done;
  return longest / 1000 / Math.max(1, usual / USUAL_MS);
}
