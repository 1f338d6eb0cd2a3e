import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { METRICS } from "@/lib/metrics/catalogue";
import { recordsOf } from "@/lib/metrics/find-metric";
import { runDataset } from "@/lib/metrics/run";
import { intervalOf } from "@/lib/shared/bucket-range";
import { DATASETS, type DatasetId, type Row } from "@/lib/shared/contract";
import { type Asked, drillDown } from "@/lib/shared/drill-down";
import { type MetricQuery, parseMetricQuery } from "@/lib/shared/query";
import { countRecords, countSelection, listConversations } from "@/lib/store/conversation-list";
import { createOracle } from "../oracle/oracle";
import { EVERYTHING } from "./copy";
import { useStore } from "./engines";
import { fill, type Question, questions, SEASON_OFFSET, searchOf, seasonRecords, valuesOf } from "./seasons";

const SEED = 7;
const QUESTIONS = 25;
/** So many rows of each dataset, spread over all of them. */
const ROWS = 4;

const records = seasonRecords();
const oracle = createOracle(records, SEASON_OFFSET);
const counts = METRICS.filter(({ unit }) => unit === "count").map(({ id }) => id);
const isRecordCount = (id: string) => id.endsWith("Count") || id.endsWith("Negative");

/** What a clock shows twice lies in two places: no range of local times holds just these quarter hours. */
const isTwice = ({ bucket }: Row) => /^2026-11-01T01:/.test(String(bucket));

function sampleOf(rows: readonly Row[]): Row[] {
  const step = Math.max(1, Math.floor(rows.length / ROWS));
  return rows.filter((row, index) => index % step === 0 && !isTwice(row)).slice(0, ROWS + 1);
}

describe.each(["DuckDB", "PostgreSQL"] as const)("the way from a number to its conversations, on %s", (name) => {
  const store = useStore(name, (empty) => fill(empty, records));

  const parse = (asked: Asked, timeZone: string) =>
    parseMetricQuery(searchOf({ ...asked, filters: asked.filters as Question["filters"], timeZone }), {
      timeZone,
      now: Date.parse("2026-11-20"),
    });

  async function expectListed(dataset: DatasetId, row: Row, query: MetricQuery): Promise<void> {
    for (const [id, value] of Object.entries(row)) {
      if (!counts.includes(id) || isRecordCount(id)) {
        continue;
      }
      // Where rows are conversations, the row's own filters are enough; elsewhere the metric says what is counted.
      const isConversations = id === "conversations";
      const listed = isConversations
        ? await countSelection(store().db, EVERYTHING, query)
        : await countRecords(store().db, EVERYTHING, query, recordsOf(id));
      expect(listed, `${dataset} ${id} of ${JSON.stringify(row)}`).toBe(value);
    }
  }

  it("leads from every row of every dataset to just as many as it says", async () => {
    let rowsTried = 0;
    await fc.assert(
      fc.asyncProperty(questions(valuesOf(oracle)), async (question) => {
        const asked = parse(question, question.timeZone);
        for (const dataset of DATASETS) {
          const { rows } = await runDataset(store().db, EVERYTHING, dataset, asked);
          const interval = rows[0]?.bucket === undefined ? undefined : (question.interval ?? intervalOf({ rows }));
          for (const row of sampleOf(rows)) {
            const { from, to } = asked.range;
            const target = drillDown(dataset, row, { from, to, filters: asked.filters }, interval);
            await expectListed(dataset, row, parse(target, question.timeZone));
            rowsTried += 1;
          }
        }
      }),
      { seed: SEED, numRuns: QUESTIONS, endOnFailure: true },
    );
    expect(rowsTried).toBeGreaterThan(QUESTIONS * DATASETS.length);
  });

  it("lists, of a number, only conversations that it counts, and as many as it says there are", async () => {
    const query = parse({ from: "2026-10-27", to: "2026-11-05", filters: {} }, "UTC");
    const list = { ...query, sort: "startedAt" as const, isDescending: true, limit: 1000 };
    for (const id of ["missed", "callbacksOutstanding", "offeredAnswered", "abandoned", "serviceLevel"]) {
      const counted = recordsOf(id);
      const total = await countSelection(store().db, EVERYTHING, { ...query, records: counted });
      const { items } = await listConversations(store().db, EVERYTHING, { ...list, records: counted });
      expect(items.length, id).toBe(Math.min(total, 1000));
      expect(total, id).toBeGreaterThan(0);
      expect(total, id).toBeLessThan(await countSelection(store().db, EVERYTHING, query));
      expect(await countRecords(store().db, EVERYTHING, query, counted), id).toBeGreaterThanOrEqual(total);
    }
  });
});
