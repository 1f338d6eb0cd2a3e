/** `78.4 %` → 78.4 and %; `6m 12s` stays whole: its letters stand with their numbers. */
export function splitUnit(value: string): { number: string; unit: string } {
  const match = /^(\S+)\s([^\d\s]+)$/u.exec(value);
  return match?.[1] && match[2] ? { number: match[1], unit: match[2] } : { number: value, unit: "" };
}
