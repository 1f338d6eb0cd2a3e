import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runDataset } from "@/lib/metrics/run";
import { COMPARISONS, type Comparison } from "@/lib/shared/compare";
import type { DatasetId } from "@/lib/shared/datasets";
import { DAY_MS } from "@/lib/shared/instants";
import { parseMetricQuery } from "@/lib/shared/query";
import type { Store } from "@/lib/store/engine/engine";
import { writeServiceLevel } from "@/lib/store/settings/service-levels";
import { createOracle } from "../../oracle/oracle";
import { ORACLE_DATASETS } from "../../oracle/query";
import { EVERYTHING } from "../support/copy";
import { useStore } from "../support/engines";
import { expectRows } from "../support/equal-rows";
import { fill, type Question, questions, SEASON_OFFSET, searchOf, seasonRecords, valuesOf } from "../support/seasons";

const SEED = 20261123;
const QUESTIONS = 120;
/** All but what stands out, which needs to know what is copied: `anomalies.test.ts` compares that. */
const DATASETS = ORACLE_DATASETS.filter((dataset) => dataset !== "anomalies");

const records = seasonRecords();
const oracle = createOracle(records, SEASON_OFFSET);

/** The same range at another time, by plain arithmetic on its days. */
function shifted({ from, to }: { from: string; to: string }, comparison: Comparison): { from: string; to: string } {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  const back = { previous: days, week: 7, matched: 7 * Math.ceil(days / 7), year: 365 }[comparison];
  const earlier = (day: string) => new Date(Date.parse(day) - back * DAY_MS).toISOString().slice(0, 10);
  return { from: earlier(from), to: earlier(to) };
}

const ENGINES = ["DuckDB", "PostgreSQL"] as const;

describe("any question", () => {
  // Both engines get the same questions: what the slow implementation answers is counted once for the two.
  const stores = ENGINES.map((name) => ({ name, store: useStore(name, (empty) => fill(empty, records)) }));

  const ask = (store: Store, dataset: DatasetId, question: Question, compare?: Comparison) => {
    const search = searchOf(question);
    if (compare) {
      search.set("compare", compare);
    }
    const query = parseMetricQuery(search, { timeZone: question.timeZone, now: Date.parse("2026-11-20") });
    return runDataset(store.db, EVERYTHING, dataset, query);
  };

  const setThreshold = (store: Store, thresholdSeconds: number | null) =>
    writeServiceLevel(store.db, { queueId: "", thresholdSeconds, shortAbandonSeconds: null });

  it("gets of every dataset the rows of the slow implementation, with any threshold", async () => {
    let asked = 0;
    const thresholds = fc.constantFrom(undefined, 0, 7, 60);
    await fc.assert(
      fc.asyncProperty(questions(valuesOf(oracle)), thresholds, async (question, thresholdSeconds) => {
        for (const { store } of stores) {
          await setThreshold(store(), thresholdSeconds ?? null);
        }
        for (const dataset of DATASETS) {
          const truth = oracle.dataset(dataset, { ...question, thresholdSeconds });
          for (const { name, store } of stores) {
            expectRows((await ask(store(), dataset, question)).rows, truth, `${dataset} on ${name}`);
          }
        }
        asked += 1;
      }),
      { seed: SEED, numRuns: QUESTIONS, endOnFailure: true },
    );
    for (const { store } of stores) {
      await setThreshold(store(), null);
    }
    expect(asked).toBe(QUESTIONS);
  }, 1_500_000);

  it("gets what it is compared with as if that had been asked for", async () => {
    const whole = questions(valuesOf(oracle)).filter(({ from }) => !from.includes("T"));
    await fc.assert(
      fc.asyncProperty(whole, fc.constantFrom(...COMPARISONS), async (question, compare) => {
        const range = shifted(question, compare);
        for (const dataset of ["summary", "queues", "volume"] as const) {
          const truth = oracle.dataset(dataset, { ...question, ...range });
          for (const { name, store } of stores) {
            const { comparison } = await ask(store(), dataset, question, compare);
            expect(comparison).toMatchObject(range);
            expectRows(comparison?.rows ?? [], truth, `${dataset} on ${name}`);
          }
        }
      }),
      { seed: SEED, numRuns: 30, endOnFailure: true },
    );
  });
});
