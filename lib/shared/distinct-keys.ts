/** React keys for a list whose values can repeat: each value with the number of its occurrence. */
export function distinctKeys(values: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return values.map((value) => {
    const occurrence = (seen.get(value) ?? 0) + 1;
    seen.set(value, occurrence);
    return `${occurrence} ${value}`;
  });
}
