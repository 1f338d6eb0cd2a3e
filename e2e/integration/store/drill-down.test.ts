import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { METRICS, recordsOf } from "@/lib/metrics/catalogue";
import { runDataset } from "@/lib/metrics/run";
import { intervalOf } from "@/lib/shared/bucket-range";
import type { Row } from "@/lib/shared/contract";
import { DATASET_IDS, type DatasetId } from "@/lib/shared/datasets";
import { type Asked, drillDown } from "@/lib/shared/drill-down";
import { type MetricQuery, parseListQuery, parseMetricQuery } from "@/lib/shared/query";
import { countRecords, countSelection, listConversations } from "@/lib/store/conversations/conversation-list";
import type { Store } from "@/lib/store/engine/engine";
import { conversation } from "@/lib/sync/normalize/test-records";
import { createOracle } from "../../oracle/oracle";
import { EVERYTHING } from "../support/copy";
import { useStore } from "../support/engines";
import { fill, type Question, questions, SEASON_OFFSET, searchOf, seasonRecords, valuesOf } from "../support/seasons";
import { wildRecords } from "../support/wild-records";

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

/** A question as the API takes it: by the query string that asks it. */
function parse(asked: Asked, timeZone: string): MetricQuery {
  return parseMetricQuery(searchOf({ ...asked, filters: asked.filters as Question["filters"], timeZone }), {
    timeZone,
    now: Date.parse("2026-11-20"),
  });
}

async function expectListed({ db }: Store, dataset: DatasetId, row: Row, query: MetricQuery): Promise<void> {
  for (const [id, value] of Object.entries(row)) {
    if (!counts.includes(id) || isRecordCount(id)) {
      continue;
    }
    // Where rows are conversations, the row's own filters are enough; elsewhere the metric says what is counted.
    const listed =
      id === "conversations"
        ? await countSelection(db, EVERYTHING, query)
        : await countRecords(db, EVERYTHING, query, recordsOf(id));
    expect(listed, `${dataset} ${id} of ${JSON.stringify(row)}`).toBe(value);
  }
}

describe.each(["DuckDB", "PostgreSQL"] as const)("the way from a number to its conversations, on %s", (name) => {
  const store = useStore(name, (empty) => fill(empty, records));

  it("leads from every row of every dataset to just as many as it says", async () => {
    let rowsTried = 0;
    await fc.assert(
      fc.asyncProperty(questions(valuesOf(oracle)), async (question) => {
        const asked = parse(question, question.timeZone);
        for (const dataset of DATASET_IDS) {
          const { rows } = await runDataset(store().db, EVERYTHING, dataset, asked);
          const interval = rows[0]?.bucket === undefined ? undefined : (question.interval ?? intervalOf({ rows }));
          for (const row of sampleOf(rows)) {
            const { from, to } = asked.range;
            const target = drillDown(dataset, row, { from, to, filters: asked.filters }, interval);
            await expectListed(store(), dataset, row, parse(target, question.timeZone));
            rowsTried += 1;
          }
        }
      }),
      { seed: SEED, numRuns: QUESTIONS, endOnFailure: true },
    );
    expect(rowsTried).toBeGreaterThan(QUESTIONS * DATASET_IDS.length);
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

const WILD_RECORDS = 30;
const wild = wildRecords(SEED, WILD_RECORDS);
const wildOracle = createOracle(wild, 0);
const WILD_RANGE = { from: "2025-10-01", to: "2025-10-01", filters: {} };

describe.each(["DuckDB", "PostgreSQL"] as const)("the way to conversations of any name, on %s", (name) => {
  const store = useStore(name, (empty) => fill(empty, wild, 0));

  it("leads from every row of every dataset to exactly its conversations", async () => {
    const asked = parse(WILD_RANGE, "UTC");
    let rowsTried = 0;
    for (const dataset of DATASET_IDS) {
      const { rows } = await runDataset(store().db, EVERYTHING, dataset, asked);
      // Hours and bands have no names: those of the seasons were tried.
      const isOfTime = ["bucket", "weekday", "wait"].some((key) => rows[0]?.[key] !== undefined);
      for (const row of isOfTime ? [] : rows) {
        const target = drillDown(dataset, row, WILD_RANGE);
        const query = parse(target, "UTC");
        await expectListed(store(), dataset, row, query);
        const list = { ...query, sort: "startedAt" as const, isDescending: true, limit: 1000 };
        const { items } = await listConversations(store().db, EVERYTHING, list);
        const filters = query.filters as Question["filters"];
        expect(items.map(({ id }) => id).sort(), `${dataset} ${JSON.stringify(row)}`).toEqual(
          wildOracle.conversationKeys({ from: target.from, to: target.to, filters, timeZone: "UTC" }),
        );
        rowsTried += 1;
      }
    }
    expect(rowsTried).toBeGreaterThan(300);
  });

  it("leads from a row below another to those that are in both", async () => {
    const first = parse(WILD_RANGE, "UTC");
    for (const dataset of ["tags", "dispositions", "tones", "tag-names"] as const) {
      const { rows } = await runDataset(store().db, EVERYTHING, dataset, first);
      const one = drillDown(dataset, rows[1] ?? {}, WILD_RANGE);
      const ofOne = await runDataset(store().db, EVERYTHING, dataset, parse(one, "UTC"));
      const two = drillDown(dataset, ofOne.rows.at(-1) ?? {}, one);
      const ofTwo = await runDataset(store().db, EVERYTHING, dataset, parse(two, "UTC"));
      expect(ofTwo.rows.length, dataset).toBeGreaterThan(0);
      for (const row of ofTwo.rows) {
        await expectListed(store(), dataset, row, parse(drillDown(dataset, row, two), "UTC"));
      }
    }
  });
});

describe.each(["DuckDB", "PostgreSQL"] as const)("values that look like the syntax of a filter, on %s", (name) => {
  const tag = (of: string, value: string) => ({ name: of, value });
  const odd = [
    ...["1", "2", "3"].map((id) => conversation(id, { dispositions: ["!urgent"] })),
    conversation("4", { dispositions: ["urgent"], sessionleveltags: [tag("order", "id:5")] }),
    conversation("5", { sessionleveltags: [tag("order:id", "5")] }),
    conversation("6", { sessionleveltags: [tag("user/order", "1")] }),
    conversation("7", { userleveltags: [tag("order", "1")] }),
    conversation("8", { dispositions: ["Café"], sessionleveltags: [tag("Cafe\u0301", "né")] }),
    conversation("9", { dispositions: ["Cafe\u0301"], sessionleveltags: [tag("Café", "ne\u0301")] }),
  ];
  const store = useStore(name, (empty) => fill(empty, odd, 0));

  async function list(filters: Asked["filters"], search?: string): Promise<string[]> {
    const params = searchOf({ ...WILD_RANGE, filters: filters as Question["filters"], timeZone: "UTC" });
    if (search) {
      params.set("search", search);
    }
    const query = { ...parseListQuery(params, { timeZone: "UTC", now: Date.parse("2026-11-20") }), limit: 100 };
    return (await listConversations(store().db, EVERYTHING, { ...query, isDescending: false })).items.map(
      ({ id }) => id,
    );
  }
  async function linksOf(dataset: DatasetId): Promise<unknown[]> {
    const { rows } = await runDataset(store().db, EVERYTHING, dataset, parse(WILD_RANGE, "UTC"));
    return Promise.all(
      rows.map(async (row) => [
        row.disposition ?? `${row.level} ${row.name}`,
        row.value,
        await list(drillDown(dataset, row, WILD_RANGE).filters),
      ]),
    );
  }

  it("lists three of the disposition “!urgent”, and one of “urgent”", async () => {
    expect(await linksOf("dispositions")).toEqual([
      ["!urgent", undefined, ["1", "2", "3"]],
      ["Not given", undefined, ["5", "6", "7"]],
      ["Café", undefined, ["8", "9"]],
      ["urgent", undefined, ["4"]],
    ]);
  });

  it("tells tags apart whose names and values hold colons and slashes", async () => {
    expect(await linksOf("tags")).toEqual([
      ["session Café", "né", ["8", "9"]],
      ["session order", "id:5", ["4"]],
      ["session order:id", "5", ["5"]],
      ["session user/order", "1", ["6"]],
      ["user order", "1", ["7"]],
    ]);
    expect(await linksOf("tag-names")).toEqual([
      ["session Café", undefined, ["8", "9"]],
      ["session order", undefined, ["4"]],
      ["session order:id", undefined, ["5"]],
      ["session user/order", undefined, ["6"]],
      ["user order", undefined, ["7"]],
    ]);
  });

  it("finds a text however its letters are composed, in the record and in the question", async () => {
    for (const text of ["Café", "Cafe\u0301"]) {
      expect(await list({ disposition: [text] }), "filter").toEqual(["8", "9"]);
      expect(await list({ tag: [`session/${text}:né`] }), "tag").toEqual(["8", "9"]);
      expect(await list({}, text), "search").toEqual(["8", "9"]);
    }
  });

  it("reads in an address without escapes all that it may mean", async () => {
    expect(await list({ tag: ["order:id:5"] })).toEqual(["4", "5"]);
    expect(await list({ tag: ["session/order:id:5"] })).toEqual(["4", "5"]);
    expect(await list({ tag: ["order"] })).toEqual(["4", "7"]);
    expect(await list({ tag: ["session/user/order:1"] })).toEqual(["6"]);
    expect(await list({ disposition: ["!urgent"] })).toEqual(["1", "2", "3", "5", "6", "7", "8", "9"]);
  });
});
