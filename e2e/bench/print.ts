/** One figure a line, names in a column. */
export function print(name: string, figure: string): void {
  console.log(`${name.padEnd(46)} ${figure}`);
}

/** Runs something again and again: median and 95th percentile in milliseconds. */
export async function time(rounds: number, run: () => Promise<unknown>): Promise<{ median: number; p95: number }> {
  await run();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = performance.now();
    await run();
    times.push(performance.now() - before);
  }
  return summarize(times);
}

export function summarize(times: readonly number[]): { median: number; p95: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

export const inWords = ({ median, p95 }: { median: number; p95: number }) =>
  `median ${median.toFixed(0)} ms, 95th percentile ${p95.toFixed(0)} ms`;
