/** Where an instant lies in the local week of a zone. */
export interface LocalHour {
  /** 1 = Monday. */
  weekday: number;
  hour: number;
  /** The local date as one number, 20251001: a stable name of the day. */
  day: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    hourCycle: "h23",
  });
  formats.set(zone, format);
  return format;
}

/** The local hour of an IANA zone at an instant; throws a RangeError where the zone is unknown. */
export function localHourAt(ms: number, zone: string): LocalHour {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatFor(zone).formatToParts(ms)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0 } = parts;
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
  return { weekday, hour, day: year * 10_000 + month * 100 + day };
}

/** The zone-less time `2025-10-01T04:26:43` of an instant at an offset in minutes with JavaScript's sign (India -330). */
export function formatAtOffset(ms: number, offsetMinutes: number): string {
  return new Date(ms - offsetMinutes * 60_000).toISOString().slice(0, 19);
}

/** The instant of a zone-less time `2025-10-01T04:26:43` at an offset; NaN where it is no time. */
export function parseAtOffset(text: string, offsetMinutes: number): number {
  return Date.parse(`${text}Z`) + offsetMinutes * 60_000;
}
