import { fromAbsolute, parseDateTime, toZoned } from "@internationalized/date";
import { wholeWeeks } from "@/lib/shared/compared-range";
import { localTimeOf, type ReportRange } from "@/lib/shared/range";
import type { Stretch } from "@/lib/store/sync/ledger";

/** Instants in Unix milliseconds, half-open. */
export interface Span {
  startAt: number;
  endAt: number;
}

/** A range as far as it is copied, and the earlier spans to hold against it. */
export interface Spans {
  /** Null where nothing of the range is copied, or something within it is missing. */
  now: ReportRange | null;
  /** At the same weekdays and local times, latest first; only those that are copied whole. */
  earlier: Span[];
  weeksApart: number;
}

const MOST_SPANS = 8;

/** Like is held against like: the range is cut at the last minute that is copied, and so is each earlier span. */
export function spansOf(range: ReportRange, ledger: readonly Stretch[]): Spans {
  const weeksApart = wholeWeeks(range);
  const now = cut(range, ledger);
  if (!now) {
    return { now, earlier: [], weeksApart };
  }
  const back = (at: number, weeks: number) => fromAbsolute(at, range.timeZone).subtract({ weeks }).toDate().getTime();
  const earlier = Array.from({ length: MOST_SPANS }, (_, index) => (index + 1) * weeksApart)
    .map((weeks) => ({ startAt: back(now.startAt, weeks), endAt: back(now.endAt, weeks) }))
    .filter((span) => isCopied(span, ledger));
  return { now, earlier, weeksApart };
}

/** To the minute, which is what `to` can say, so that exactly this range can be asked for. */
function cut(range: ReportRange, ledger: readonly Stretch[]): ReportRange | null {
  const through = Math.max(0, ...ledger.filter(({ state }) => state !== "failed").map(({ toAt }) => toAt));
  if (through <= range.startAt) {
    return null;
  }
  const to = localTimeOf(through, range.timeZone).slice(0, 16);
  const endAt = toZoned(parseDateTime(to), range.timeZone).toDate().getTime();
  const now = through >= range.endAt ? range : { ...range, to, endAt };
  return now.endAt > now.startAt && isCopied(now, ledger) ? now : null;
}

/** The ledger's stretches do not overlap: a span is copied whole where their parts in it add up to it. */
function isCopied({ startAt, endAt }: Span, ledger: readonly Stretch[]): boolean {
  const covered = ledger
    .filter(({ state }) => state === "copied")
    .reduce((sum, { fromAt, toAt }) => sum + Math.max(0, Math.min(toAt, endAt) - Math.max(fromAt, startAt)), 0);
  return covered >= endAt - startAt;
}
