import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runDataset } from "@/lib/metrics/run";
import type { Row } from "@/lib/shared/contract";
import type { DatasetId } from "@/lib/shared/datasets";
import { parseMetricQuery } from "@/lib/shared/query";
import { createOracle } from "../../oracle/oracle";
import { EVERYTHING } from "../support/copy";
import { useStore } from "../support/engines";
import { fill, type Question, questions, SEASON_OFFSET, searchOf, seasonRecords, valuesOf } from "../support/seasons";

const records = seasonRecords();
const sum = (rows: readonly Row[], id: string) => rows.reduce((total, row) => total + Number(row[id]), 0);

describe.each(["DuckDB", "PostgreSQL"] as const)("parts and wholes, on %s", (name) => {
  const store = useStore(name, (empty) => fill(empty, records));

  const ask = (question: Question) => async (dataset: DatasetId) => {
    const query = parseMetricQuery(searchOf(question), { timeZone: question.timeZone, now: Date.parse("2026-11-20") });
    return (await runDataset(store().db, EVERYTHING, dataset, query)).rows;
  };

  it("agree under any filters: statuses, events, channels, outcomes, buckets, hours and entries of queues", async () => {
    const all = questions(valuesOf(createOracle(records, SEASON_OFFSET)));
    await fc.assert(
      fc.asyncProperty(all, async (question) => {
        const rowsOf = ask(question);
        const [summary = {}] = await rowsOf("summary");
        const conversations = Number(summary.conversations);
        for (const dataset of [
          "final-status",
          "disconnecting-events",
          "status-by-event",
          "channels",
          "intents",
          "volume",
          "heatmap",
        ] as const) {
          expect(sum(await rowsOf(dataset), "conversations"), dataset).toBe(conversations);
        }
        expect(sum(await rowsOf("flow"), "conversations")).toBe(3 * conversations);
        const outcomes = ["answered", "contained", "abandoned", "unanswered", "open"];
        expect(outcomes.reduce((total, id) => total + Number(summary[id]), 0)).toBe(conversations);
        for (const id of outcomes) {
          expect(sum(await rowsOf("volume"), id), id).toBe(summary[id]);
        }
        const queues = await rowsOf("queues");
        const callbacks = await rowsOf("callbacks");
        for (const id of ["offered", "offeredAnswered", "callbacksOpted", "callbacksAccepted"]) {
          expect(sum(queues, id), id).toBe(summary[id]);
        }
        expect(sum(callbacks, "callbacksOutstanding")).toBe(summary.callbacksOutstanding);
        expect(sum(await rowsOf("agent-durations"), "segmentsAnswered")).toBe(summary.segmentsAnswered);
        expect(Number(summary.callbacksOpted) - Number(summary.callbacksAccepted)).toBe(summary.callbacksOutstanding);
      }),
      { seed: 99, numRuns: 40, endOnFailure: true },
    );
  });
});
