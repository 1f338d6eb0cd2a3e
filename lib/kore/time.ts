import { DAY_MS, MINUTE_MS } from "@/lib/shared/instants";

const TIME =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3})\d*)?)?(?:\s*([AP])M)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;
/** Unix seconds or milliseconds: of any other number of digits neither could be believed. */
const UNIX_SECONDS = /^\d{10}(?:\.\d+)?$/;
const UNIX_MILLISECONDS = /^\d{13}$/;
const LONGEST = 60;
const EARLIEST = Date.UTC(2010, 0);
const LATEST_AFTER = DAY_MS;

/**
 * A time of the vendor's as Unix milliseconds, null where it is none. Without a zone it stands at the offset that was
 * asked for (minutes, JavaScript's sign: -330 is India); callback times carry `Z` and need none (FACTS, "The record").
 */
export function parseVendorTime(value: string | null | undefined, timeZoneOffset: number): number | null {
  const text = value?.trim() ?? "";
  if (UNIX_MILLISECONDS.test(text)) {
    return Number(text);
  }
  if (UNIX_SECONDS.test(text)) {
    return Math.round(Number(text) * 1000);
  }
  const match = text.length <= LONGEST ? TIME.exec(text) : null;
  if (!match) {
    return null;
  }
  const [, year, , month, day, hour, minute, second, fraction = "0", half, zone] = match;
  const [y = 0, mo = 0, d = 0, clockHour = 0, mi = 0, s = 0] = [year, month, day, hour, minute, second ?? "0"].map(
    Number,
  );
  const h = half === undefined ? clockHour : (clockHour % 12) + (half.toUpperCase() === "P" ? 12 : 0);
  const utc = Date.UTC(y, mo - 1, d, h, mi, s, Number(fraction.padEnd(3, "0")));
  const isHour = half === undefined ? h < 24 : clockHour >= 1 && clockHour <= 12;
  const isReal = mo >= 1 && mo <= 12 && new Date(utc).getUTCDate() === d && isHour && mi < 60 && s < 60;
  return isReal ? utc + offsetOf(zone, timeZoneOffset) * MINUTE_MS : null;
}

/** METRICS, "What cannot be is missing": neither before 2010 nor more than a day after it was read. */
export function isBelievable(instant: number, readAt: number): boolean {
  return instant >= EARLIEST && instant <= readAt + LATEST_AFTER;
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
  return new Date(instant - timeZoneOffset * MINUTE_MS).toISOString().slice(0, 19).replace("T", " ");
}
