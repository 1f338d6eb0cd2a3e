import { parseDate, parseDateTime, toCalendarDateTime } from "@internationalized/date";
import type { Conversation } from "./conversation";
import { readRange, wallTime } from "./local-time";
import type { Names } from "./names";
import { measureSamples, type Samples } from "./observations";
import type { OracleQuery, OracleRow } from "./query";
import { sortTexts } from "./row-order";
import { type Scope, select } from "./selection";
import { average, sum } from "./statistics";

const MOST_SPANS = 8;
const HIGHER_IS_BETTER = ["serviceLevel", "callbackAcceptRate", "containmentRate", "responseRate"];

interface Stretch {
  from: string;
  to: string;
}

/** What is unusual in a range as far as it is copied, against up to eight earlier spans that are copied whole. */
export function findAnomalies(
  conversations: readonly Conversation[],
  query: OracleQuery,
  names: Names,
  thresholdSeconds: number,
): OracleRow[] {
  const copied = query.copied ?? [];
  const now = cutAtCopy(query, copied);
  if (now === null || !isCopied({ ...query, ...now }, copied)) return [];
  const earlier = earlierSpans(query, now).filter((span) => isCopied({ ...query, ...span }, copied));
  if (earlier.length < 3) return [];
  const [current = [], ...before] = [now, ...earlier].map((span) => select(conversations, { ...query, ...span }));
  const rows = listSubjects(current, names).flatMap(({ part, ...subject }) => {
    const samples = measureSamples(part(current), subject.kind, thresholdSeconds);
    const earlierSamples = before.map((scopes) => measureSamples(part(scopes), subject.kind, thresholdSeconds));
    return Object.keys(samples).flatMap((metric) => {
      const found = judge(metric, samples, earlierSamples);
      return found === null ? [] : [{ ...subject, metric, ...found, ...now }];
    });
  });
  return sortAnomalies(rows);
}

/** Up to the last whole minute that is copied. */
function cutAtCopy({ from, to, timeZone }: OracleQuery, copied: readonly [number, number][]): Stretch | null {
  const through = Math.max(0, ...copied.map(([, end]) => end));
  const { start, end } = readRange({ from, to, timeZone });
  if (through <= start) return null;
  const cut = through >= end ? to : wallTime(through, timeZone);
  return readRange({ from, to: cut, timeZone }).end > start ? { from, to: cut } : null;
}

function isCopied(query: OracleQuery, copied: readonly [number, number][]): boolean {
  const { start, end } = readRange(query);
  for (let at = start; at < end; ) {
    const piece = copied.find(([from, to]) => from <= at && at < to);
    if (piece === undefined) return false;
    at = piece[1];
  }
  return true;
}

const startOf = (text: string) => (text.includes("T") ? parseDateTime(text) : toCalendarDateTime(parseDate(text)));
const endOf = (text: string) => (text.includes("T") ? parseDateTime(text) : startOf(text).add({ days: 1 }));

function earlierSpans({ from, to }: OracleQuery, now: Stretch): Stretch[] {
  let weeks = 1;
  while (endOf(to).compare(startOf(from).add({ weeks })) > 0) weeks += 1;
  return Array.from({ length: MOST_SPANS }, (_, index) => {
    const back = { weeks: (index + 1) * weeks };
    const text = (time: ReturnType<typeof startOf>) => time.subtract(back).toString().slice(0, 16);
    return { from: text(startOf(now.from)), to: text(endOf(now.to)) };
  });
}

/** Everything, the bot, and each queue and agent of the range. */
function listSubjects(scopes: readonly Scope[], { queues, agents }: Names) {
  const whole = (all: readonly Scope[]) => all;
  const queueIds = new Set(scopes.flatMap(({ entries }) => entries.map(({ queueId }) => queueId)));
  const agentIds = new Set(
    scopes.flatMap(({ segments, misses }) => [...segments, ...misses].map((one) => one.agentId)),
  );
  return [
    { kind: "floor" as const, id: "", name: "All conversations", part: whole },
    { kind: "bot" as const, id: "", name: "Bot", part: whole },
    ...[...queueIds].map((id) => ({
      kind: "queue" as const,
      id,
      name: queues.find(id),
      part: (all: readonly Scope[]) =>
        all.map((scope) => ({ ...scope, entries: scope.entries.filter(({ queueId }) => queueId === id) })),
    })),
    ...[...agentIds]
      .filter((id) => id !== "Not given")
      .map((id) => ({
        kind: "agent" as const,
        id,
        name: agents.find(id),
        part: (all: readonly Scope[]) =>
          all.map((scope) => ({
            ...scope,
            segments: scope.segments.filter(({ agentId }) => agentId === id),
            misses: scope.misses.filter(({ agentId }) => agentId === id),
          })),
      })),
  ];
}

function judge(metric: string, now: Samples, earlier: readonly Samples[]): OracleRow | null {
  const isCount = metric === "callbacksOutstanding";
  const isRate = metric.endsWith("Rate") || metric === "serviceLevel";
  const mine = now[metric] ?? [];
  const theirs = earlier.map((samples) => samples[metric] ?? []);
  const summed = (sample: readonly number[]) => (isCount ? sample.length : average(sample));
  const value = summed(mine);
  const values = theirs.map(summed).filter((one) => one !== null);
  if (value === null || values.length < 3 || mine.length < (isCount ? 10 : 20)) return null;
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (value >= low && value <= high) return null;
  const beyond = value > high ? value - high : low - value;
  const bound = value > high ? high : low;
  const least = isRate ? 0.02 : Math.max(isCount ? 5 : 1, 0.1 * bound);
  const errors = isCount ? countErrors(value, values) : meanErrors(mine, theirs.flat());
  if (beyond < least || beyond <= (high - low) / 4 || errors < 3) return null;
  const excess = Math.round((beyond / Math.max(high - low, least)) * 1e6) / 1e6;
  const isBetter = value > high === HIGHER_IS_BETTER.includes(metric);
  const severity = isBetter ? "better" : excess > 1 ? "much worse" : "worse";
  const counts = { records: mine.length, spans: values.length };
  return { severity, value, usualLow: low, usualHigh: high, ...counts, excess };
}

/** Two means in standard errors, by the variance of all observations together. */
function meanErrors(mine: readonly number[], theirs: readonly number[]): number {
  const all = [...mine, ...theirs];
  const middle = average(all) ?? 0;
  const variance = sum(all.map((one) => (one - middle) ** 2)) / all.length;
  const difference = Math.abs((average(mine) ?? 0) - (average(theirs) ?? 0));
  return difference / Math.sqrt(variance / mine.length + variance / theirs.length);
}

/** A Poisson count's variance is its mean. */
function countErrors(value: number, values: readonly number[]): number {
  const mean = sum([value, ...values]) / (values.length + 1);
  return Math.abs(value - sum(values) / values.length) / Math.sqrt(mean + mean / values.length);
}

function sortAnomalies(rows: readonly OracleRow[]): OracleRow[] {
  const rank = (row: OracleRow) => ["much worse", "worse", "better"].indexOf(String(row.severity));
  const kind = (row: OracleRow) => ["floor", "bot", "queue", "agent"].indexOf(String(row.kind));
  return rows.toSorted((a, b) => {
    const first = rank(a) - rank(b) || Number(b.excess) - Number(a.excess) || kind(a) - kind(b);
    const key = ["name", "id", "metric"].find((each) => a[each] !== b[each]);
    return first || (key === undefined ? 0 : sortTexts([String(a[key]), String(b[key])])[0] === a[key] ? -1 : 1);
  });
}
