const TIME = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{1,2}):(\d{2}):(\d{2})(?:\.(\d{1,3})\d*)?(Z|[+-]\d{2}:?\d{2})?$/;
const MINUTE = 60_000;

/**
 * A time of the vendor's as Unix milliseconds, null where it is none. Without a zone it stands at the offset that was
 * asked for (minutes, JavaScript's sign: -330 is India); callback times carry `Z` and need none (FACTS, "The record").
 */
export function parseVendorTime(text: string | null | undefined, timeZoneOffset: number): number | null {
  const match = TIME.exec(text?.trim() ?? "");
  if (!match) {
    return null;
  }
  const [, year, month, day, hour, minute, second, fraction = "0", zone] = match;
  const parts = [year, month, day, hour, minute, second].map(Number);
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = parts;
  const utc = Date.UTC(y, mo - 1, d, h, mi, s, Number(fraction.padEnd(3, "0")));
  const isReal = mo >= 1 && mo <= 12 && new Date(utc).getUTCDate() === d && h < 24 && mi < 60 && s < 60;
  return isReal ? utc + offsetOf(zone, timeZoneOffset) * MINUTE : null;
}

function offsetOf(zone: string | undefined, timeZoneOffset: number): number {
  if (zone === undefined) {
    return timeZoneOffset;
  }
  const digits = zone.replace(/\D/g, "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith("-") ? minutes : -minutes;
}

/** An instant as the request body writes it, `YYYY-MM-DD HH:mm:ss` at the offset. */
export function formatVendorTime(instant: number, timeZoneOffset: number): string {
  return new Date(instant - timeZoneOffset * MINUTE).toISOString().slice(0, 19).replace("T", " ");
}
