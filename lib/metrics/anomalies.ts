import { type Kysely, sql } from "kysely";
import type { Column, Row, Usual } from "@/lib/shared/contract";
import type { MetricQuery, Selection } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import { readNames } from "@/lib/store/conversations/names";
import type { Grain } from "@/lib/store/filters/grains";
import type { Database } from "@/lib/store/schema/schema";
import { readStretches } from "@/lib/store/sync/ledger";
import { metricOf } from "./catalogue";
import { computeGroups, type Group } from "./compute";
import type { GroupKey } from "./dataset";
import type { Metric } from "./define";
import { ANOMALY_RULE, type Judgement, judge, SPANS_NEEDED } from "./judge";
import { AGENT, QUEUE } from "./keys";
import type { Measure } from "./measures";
import { type Span, spansOf } from "./spans";
import { type Grouping, samplesOf, WATCHED, type Watched } from "./watched";

const text = (id: string, label: string): Column => ({ id, label, unit: "text" });
const number = (id: string, label: string, definition?: string): Column => ({ id, label, unit: "score", definition });

/** `unit` is that of the row's values; `from` and `to` are the range as far as it is copied. */
export const ANOMALY_COLUMNS: readonly Column[] = [
  { ...text("severity", "Unusual"), definition: ANOMALY_RULE },
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

/** What is unusual in a range, worst first, and what it was compared with (`ANOMALY_RULE`). */
export async function runAnomalies(
  db: Kysely<Database>,
  scope: Scope,
  query: MetricQuery,
): Promise<{ rows: Row[]; usual: Usual }> {
  const { now, earlier, weeksApart } = spansOf(query.range, await readStretches(db));
  const { from, to } = now ?? query.range;
  const usual = { from, to, spans: earlier.length, spansNeeded: SPANS_NEEDED, weeksApart };
  if (!now || earlier.length < SPANS_NEEDED) {
    return { rows: [], usual };
  }
  const spans = [now, ...earlier];
  const range = { ...now, startAt: Math.min(...spans.map(({ startAt }) => startAt)) };
  const selection = { filters: query.filters, range };
  const groupings = await groupAll(db, scope, selection, spanKey(spans));
  const found = await Promise.all(
    WATCHED.map(async (watched: Watched) => {
      const names = watched.of === "whole" ? null : await readNames(db, watched.of);
      const metrics = watched.metrics.map(metricOf);
      const judged = [...bySubject(groupings[watched.of], spans.length)].flatMap(([id, samples]) =>
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

/** What the watched metrics are judged by, grouped. Every entry has a queue: those of the whole are those of all queues. */
async function groupAll(
  db: Kysely<Database>,
  scope: Scope,
  selection: Selection,
  span: GroupKey,
): Promise<Record<Grouping, Group[]>> {
  const ask = async (keys: readonly GroupKey[], measures: Record<string, Measure>) => [
    ...(await computeGroups(db, scope, selection, [...keys, span], measures)).values(),
  ];
  const [whole, queue, agent] = await Promise.all([
    ask([], samplesOf(["whole"], ["conversation"])),
    ask([QUEUE], samplesOf(["whole", "queue"], ["entry"])),
    ask([AGENT], samplesOf(["agent"], ["segment", "missed"])),
  ]);
  return {
    whole: [...whole, ...queue].map(({ keys, ...group }) => ({ ...group, keys: keys.slice(-1) })),
    queue,
    agent,
  };
}

/** Which span a row lies in, in SQL: 0 is the range's own, -1 what lies in none. */
function spanKey(spans: readonly Span[]): GroupKey {
  const cases = spans.map(
    ({ startAt, endAt }, index) =>
      sql`when t.started_at >= ${sql.lit(startAt)} and t.started_at < ${sql.lit(endAt)} then ${sql.lit(index)}`,
  );
  const number = sql<number>`case ${sql.join(cases, sql` `)} else -1 end`;
  const grains: Grain[] = ["conversation", "entry", "segment", "missed"];
  return { id: "span", isOfAll: true, sql: Object.fromEntries(grains.map((grain) => [grain, number])) };
}

/** Sums and counts by their names. */
type Sums = Map<string, number>;

/** What each subject's groups add up to, by the number of their span. */
function bySubject(groups: readonly Group[], spans: number): Map<string, Sums[]> {
  const subjects = new Map<string, Sums[]>();
  for (const { keys, values } of groups) {
    const id = keys.length > 1 ? String(keys[0]) : "";
    const own = subjects.get(id) ?? Array.from({ length: spans }, (): Sums => new Map());
    const sums = own[Number(keys.at(-1))];
    for (const [name, value] of values) {
      sums?.set(name, (sums.get(name) ?? 0) + (value ?? 0));
    }
    subjects.set(id, own);
  }
  return subjects;
}

function judgeMetric({ sample, unit, good }: Metric, spans: readonly Sums[]) {
  const samples = spans.flatMap((sums) => sample?.of((name) => sums.get(name) ?? 0) ?? []);
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
  return Object.fromEntries(ANOMALY_COLUMNS.map(({ id }) => [id, row[id] ?? null]));
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
