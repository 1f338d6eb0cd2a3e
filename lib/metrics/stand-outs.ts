import { type Kysely, sql } from "kysely";
import type { Column, Row, Usual } from "@/lib/shared/contract";
import { BOT } from "@/lib/shared/filters";
import type { MetricQuery } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import { readWindows } from "@/lib/store/ledger";
import { readNames } from "@/lib/store/names";
import type { Database } from "@/lib/store/schema";
import type { Grain } from "@/lib/store/selection";
import { metricOf } from "./catalogue";
import { computeGroups, type Group } from "./compute";
import type { Key } from "./dataset";
import type { Metric } from "./define";
import { type Judgement, judge, SPANS_NEEDED, STAND_OUT_RULE } from "./judge";
import { AGENT, QUEUE } from "./keys";
import { type Span, spansOf } from "./spans";

/** Whose metrics are watched; more is one more entry. */
const WATCHED = [
  {
    kind: "floor",
    name: "All conversations",
    metrics: [
      "serviceLevel",
      "queueAbandonRate",
      "waitSecondsAverage",
      "conversationAbandonRate",
      "callbacksOutstanding",
      "callbackAcceptRate",
    ],
  },
  { kind: "bot", name: BOT, metrics: ["containmentRate"] },
  {
    kind: "queue",
    key: QUEUE,
    metrics: ["serviceLevel", "queueAbandonRate", "waitSecondsAverage", "callbacksOutstanding"],
  },
  { kind: "agent", key: AGENT, metrics: ["responseRate", "pickupSecondsAverage"] },
] as const satisfies readonly Watched[];

interface Watched {
  kind: "floor" | "bot" | "queue" | "agent";
  name?: string;
  /** What its subjects are grouped by; one without is everything that the filters leave. */
  key?: Key;
  metrics: readonly string[];
}

const text = (id: string, label: string): Column => ({ id, label, unit: "text" });
const number = (id: string, label: string, definition?: string): Column => ({ id, label, unit: "score", definition });

/** `unit` is that of the row's values; `from` and `to` are the range as far as it is copied. */
export const STAND_OUT_COLUMNS: readonly Column[] = [
  { ...text("severity", "Unusual"), definition: STAND_OUT_RULE },
  text("kind", "Of"),
  text("id", "Id"),
  text("name", "Name"),
  text("metric", "Metric id"),
  text("metricLabel", "Metric"),
  text("unit", "Unit"),
  number("value", "Value"),
  number("usualLow", "Usual, lowest"),
  number("usualHigh", "Usual, highest"),
  { id: "records", label: "Records", unit: "count", definition: "The records of the range that the value is over." },
  { id: "spans", label: "Earlier spans", unit: "count" },
  text("from", "From"),
  text("to", "To"),
  number("excess", "Outside by", "How far outside of the usual, in widths of it."),
];

/** What is unusual in a range, worst first, and what it was compared with (`STAND_OUT_RULE`). */
export async function runStandOuts(
  db: Kysely<Database>,
  scope: Scope,
  query: MetricQuery,
): Promise<{ rows: Row[]; usual: Usual }> {
  const { now, earlier, weeksApart } = spansOf(query.range, await readWindows(db));
  const { from, to } = now ?? query.range;
  const usual = { from, to, spans: earlier.length, spansNeeded: SPANS_NEEDED, weeksApart };
  if (!now || earlier.length < SPANS_NEEDED) {
    return { rows: [], usual };
  }
  const spans = [now, ...earlier];
  const range = { ...now, startAt: Math.min(...spans.map(({ startAt }) => startAt)) };
  const selection = { filters: query.filters, range };
  const found = await Promise.all(
    WATCHED.map(async (watched: Watched) => {
      const names = watched.key ? await readNames(db, watched.kind === "queue" ? "queue" : "agent") : null;
      const keys = [...(watched.key ? [watched.key] : []), spanKey(spans)];
      const metrics = watched.metrics.map(metricOf);
      const measures = Object.assign({}, ...metrics.map(({ sample }) => sample?.measures));
      const groups = await computeGroups(db, scope, selection, keys, measures);
      const judged = [...bySubject(groups.values(), spans.length)].flatMap(([id, samples]) =>
        metrics.map((metric) => ({ id, metric, ...judgeMetric(metric, samples) })),
      );
      return judged.flatMap(({ id, metric, judgement, records }) =>
        judgement
          ? [toRow(watched, { id, name: names?.get(id) ?? watched.name ?? id, metric, records, judgement })]
          : [],
      );
    }),
  );
  return {
    rows: found
      .flat()
      .map((row) => ({ ...row, from, to }))
      .map(inOrder)
      .sort(worstFirst),
    usual,
  };
}

/** Which span a row lies in, in SQL: 0 is the range's own; null for what lies in none. */
function spanKey(spans: readonly Span[]): Pick<Key, "id" | "sql"> {
  const cases = spans.map(
    ({ startAt, endAt }, index) =>
      sql`when t.started_at >= ${sql.lit(startAt)} and t.started_at < ${sql.lit(endAt)} then ${sql.lit(index)}`,
  );
  const number = sql<number>`case ${sql.join(cases, sql` `)} end`;
  const grains: Grain[] = ["conversation", "entry", "segment", "missed"];
  return { id: "span", sql: Object.fromEntries(grains.map((grain) => [grain, number])) };
}

/** Each subject's groups by the number of their span. */
function bySubject(groups: Iterable<Group>, spans: number): Map<string, (Group | undefined)[]> {
  const subjects = new Map<string, (Group | undefined)[]>();
  for (const group of groups) {
    const id = group.keys.length > 1 ? String(group.keys[0]) : "";
    const own = subjects.get(id) ?? Array.from({ length: spans }, () => undefined);
    own[Number(group.keys.at(-1))] = group;
    subjects.set(id, own);
  }
  return subjects;
}

function judgeMetric({ sample, unit, good }: Metric, groups: readonly (Group | undefined)[]) {
  const samples = groups.flatMap((group) => sample?.of((name) => group?.values.get(name) ?? 0) ?? []);
  const [now, ...earlier] = samples;
  return { judgement: now ? judge(now, earlier, unit, good) : null, records: now?.records ?? 0 };
}

interface Found {
  id: string;
  name: string;
  metric: Metric;
  records: number;
  judgement: Judgement;
}

function toRow({ kind }: Watched, { id, name, metric, records, judgement }: Found): Row {
  return { kind, id, name, metric: metric.id, metricLabel: metric.label, unit: metric.unit, records, ...judgement };
}

function inOrder(row: Row): Row {
  return Object.fromEntries(STAND_OUT_COLUMNS.map(({ id }) => [id, row[id] ?? null]));
}

const KINDS = WATCHED.map(({ kind }): string => kind);
const SEVERITIES = ["much worse", "worse", "better"];

/** Bad before good, then by how far outside; the whole floor before its parts. */
function worstFirst(a: Row, b: Row): number {
  const place = (list: readonly string[], key: string) => list.indexOf(String(a[key])) - list.indexOf(String(b[key]));
  const texts = ["name", "id", "metric"].find((key) => a[key] !== b[key]);
  return (
    place(SEVERITIES, "severity") ||
    Number(b.excess) - Number(a.excess) ||
    place(KINDS, "kind") ||
    (texts === undefined ? 0 : String(a[texts]) < String(b[texts]) ? -1 : 1)
  );
}
