export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Null where the denominator is 0: there is no rate, which is not a rate of 0. */
export function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

export function average(values: readonly number[]): number | null {
  return ratio(sum(values), values.length);
}

export function longest(values: readonly number[]): number | null {
  let result: number | null = null;
  for (const value of values) {
    if (result === null || value > result) result = value;
  }
  return result;
}

/** SQL's `percentile_cont`: the value at position fraction × (n − 1), interpolated between its neighbours. */
export function percentile(values: readonly number[], fraction: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const position = fraction * (sorted.length - 1);
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (position - Math.floor(position));
}

export function median(values: readonly number[]): number | null {
  return percentile(values, 0.5);
}

/** The values that are there. */
export function present(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}
