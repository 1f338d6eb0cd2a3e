const MINUTE_MILLISECONDS = 60_000;

// 2025-10-01T04:26:43, 2023-01-10 2:25:54, 2025-10-01T02:10:57.780Z, 2025-10-01T04:26:43+05:30, 2023/01/10 2:25 PM
const TIME =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:T| +)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(AM|PM)?\s*(?:(Z|UTC|GMT)|([+-])(\d{2}):?(\d{2})?)?$/i;

/**
 * Milliseconds since 1970 (UTC), or null where the text is not a time.
 * A time without zone stands at `offsetMinutes`, in JavaScript's sign: UTC = local + offset.
 */
export function readInstant(value: unknown, offsetMinutes: number): number | null {
  const text = typeof value === "string" ? value.trim() : "";
  // Unix time, in milliseconds or seconds.
  if (/^\d{13}$/.test(text)) return Number(text);
  if (/^\d{10}(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  const match = TIME.exec(text);
  if (match === null) return null;
  const part = (index: number) => Number(match[index] ?? "0");
  const milliseconds = Math.floor(Number(`0.${match[7] ?? "0"}`) * 1000 + 1e-6);
  const half = match[8]?.toUpperCase();
  if (half !== undefined && (part(4) < 1 || part(4) > 12)) return null;
  const hour = half === undefined ? part(4) : (part(4) % 12) + (half === "PM" ? 12 : 0);
  const wallClock = Date.UTC(part(1), part(2) - 1, part(3), hour, part(5), part(6), milliseconds);

  // Date.UTC carries 31 February over into March: such a time is none.
  const read = new Date(wallClock);
  const isReal =
    read.getUTCMonth() === part(2) - 1 &&
    read.getUTCDate() === part(3) &&
    read.getUTCHours() === hour &&
    read.getUTCMinutes() === part(5) &&
    read.getUTCSeconds() === part(6);
  if (!isReal) return null;

  if (match[9] !== undefined) return wallClock;
  if (match[10] !== undefined) {
    const ahead = (part(11) * 60 + part(12)) * (match[10] === "+" ? 1 : -1);
    return wallClock - ahead * MINUTE_MILLISECONDS;
  }
  return wallClock + offsetMinutes * MINUTE_MILLISECONDS;
}

/** Seconds from one instant to a later one; null where one is missing or the difference is negative. */
export function secondsBetween(start: number | null, end: number | null): number | null {
  if (start === null || end === null || end < start) return null;
  return (end - start) / 1000;
}
