import { z } from "zod";
import { formatAtOffset, parseAtOffset } from "./local-time";

/** The parts of a record that come only when asked for. */
export const SELECTABLE = ["skills", "customerinfo", "userleveltags", "sessionleveltags"] as const;

/** A valid question: the range half-open in milliseconds, the page by its number and length. */
export interface Question {
  fromMs: number;
  toMs: number;
  timeZoneOffset: number;
  channels: readonly string[];
  queues: readonly string[];
  selectedFields: readonly string[];
  limit: number;
  offset: number;
}

const LONGEST_RANGE_MS = 7 * 86_400_000;
const DATE = /^\d{4}-\d\d-\d\d$/;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

/** Digits only: an empty value or `1e1` is no page. */
function wholeNumber(low: number, high: number) {
  return z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(low).max(high));
}

const Query = z.object({
  limit: wholeNumber(1, 100).default(100),
  offset: wholeNumber(0, 10).default(0),
});

const Body = z.object({
  startDate: z.string(),
  endDate: z.string(),
  timeZoneOffset: z.number().int().min(-900).max(900),
  channels: z.array(z.string()).default([]),
  queues: z.array(z.string()).default([]),
  selectedFields: z.array(z.string()).default([]),
});

/** NaN where the text is no date; a 30th of February would else be taken for the 2nd of March. */
function parseDate(text: string, timeOfDay: string, offset: number): number {
  const full = DATE.test(text) ? `${text}T${timeOfDay}` : text.replace(" ", "T");
  const ms = DATE_TIME.test(full) ? parseAtOffset(full, offset) : Number.NaN;
  return Number.isNaN(ms) || formatAtOffset(ms, offset) !== full ? Number.NaN : ms;
}

/**
 * The question of a request, or undefined where it is not valid. Both ends of the range are included, to the second
 * (unknown at the vendor), and a day without a time is the whole day: the vendor's curl asks for one day that way.
 */
export function parseQuestion(search: URLSearchParams, bodyText: string): Question | undefined {
  const query = Query.safeParse(Object.fromEntries(search));
  const body = Body.safeParse(parseJson(bodyText));
  if (!query.success || !body.success) return undefined;
  const { startDate, endDate, ...rest } = body.data;
  const fromMs = parseDate(startDate, "00:00:00", rest.timeZoneOffset);
  const lastMs = parseDate(endDate, "23:59:59", rest.timeZoneOffset);
  const isRange = fromMs <= lastMs && lastMs - fromMs <= LONGEST_RANGE_MS;
  if (!isRange) return undefined;
  return { ...rest, ...query.data, fromMs, toMs: lastMs + 1000 };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
