import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runDataset } from "@/lib/metrics/run";
import type { Row } from "@/lib/shared/contract";
import type { DatasetId } from "@/lib/shared/datasets";
import { parseMetricQuery } from "@/lib/shared/query";
import { copyFromSimulator, EVERYTHING } from "../support/copy";
import { ENGINES, type Engine } from "../support/engines";

const NOW = Date.parse("2025-12-01T00:00:00Z");
const RANGE = "from=2025-10-01&to=2025-11-30";

describe.each([
  ["the vendor's own offset", -330, "DuckDB"],
  ["UTC", 0, "DuckDB"],
  ["the vendor's own offset", -330, "PostgreSQL"],
] as const)(
  "the worked example of METRICS.md, served by the simulator, asked for at %s, on %3$s",
  (_, timeZoneOffset, name) => {
    let engine: Engine;
    let copied: Awaited<ReturnType<typeof copyFromSimulator>>;
    beforeAll(async () => {
      engine = await ENGINES[name]();
      const { openStore } = engine;
      const source = { simulator: { mode: "sample" as const }, now: NOW, historyDays: 70, timeZoneOffset };
      copied = await copyFromSimulator({ ...source, openStore });
    });
    afterAll(async () => {
      await copied.close();
      await engine.close();
    });

    async function rows(dataset: DatasetId, search = RANGE): Promise<Row[]> {
      const query = parseMetricQuery(new URLSearchParams(search), { timeZone: "Asia/Kolkata", now: NOW });
      return (await runDataset(copied.store.db, EVERYTHING, dataset, query)).rows;
    }

    it("counts conversations, outcomes and rates", async () => {
      const [summary] = await rows("summary");
      expect(summary).toMatchObject({
        conversations: 7,
        answered: 3,
        contained: 2,
        abandoned: 1,
        unanswered: 1,
        open: 0,
        containmentRate: 2 / 6,
        conversationAbandonRate: 1 / 6,
        offered: 2,
        offeredAnswered: 1,
        serviceLevel: 1 / 2,
        queueAbandonRate: 0,
        segmentsAnswered: 3,
        missed: 1,
        responseRate: 3 / 4,
        callbacksOpted: 1,
        callbackOptRate: 1 / 3,
        callbacksAccepted: 1,
        callbacksOutstanding: 0,
      });
    });

    it("sums up durations over the records that carry them", async () => {
      const [summary] = await rows("summary");
      expect(summary).toMatchObject({
        waitSecondsAverage: 5,
        waitSecondsCount: 1,
        interactionSecondsTotal: 104,
        interactionSecondsMedian: 36,
        firstResponseSecondsAverage: 4,
        firstResponseSecondsCount: 2,
        pickupSecondsAverage: 10,
        waitSecondsNegative: 0,
      });
      expect(summary?.interactionSecondsAverage).toBeCloseTo(34.667, 3);
      expect(summary?.afterCallWorkSecondsAverage).toBeCloseTo(9.667, 3);
      expect(summary?.handleSecondsAverage).toBeCloseTo(44.333, 3);
      expect(summary?.callbackWaitSecondsAverage).toBeCloseTo(26.811, 3);
      expect(summary?.durationSecondsAverage).toBeCloseTo(73.286, 3);
    });

    it("counts final statuses and disconnecting events", async () => {
      expect(await rows("final-status")).toEqual([
        { finalStatus: "CLOSED", conversations: 4, share: 4 / 7 },
        { finalStatus: "BotResolved", conversations: 2, share: 2 / 7 },
        { finalStatus: "USER ABANDONED", conversations: 1, share: 1 / 7 },
      ]);
      const events = await rows("disconnecting-events");
      expect(events.map((row) => [row.disconnectingEvent, row.conversations])).toEqual([
        ["Bot Hangup", 3],
        ["Agent Closed", 2],
        ["User Hangup", 2],
      ]);
    });

    it("counts the session's tags", async () => {
      const counts = new Map<string, number>();
      for (const { level, name, conversations } of await rows("tags")) {
        expect(level).toBe("session");
        counts.set(String(name), (counts.get(String(name)) ?? 0) + Number(conversations));
      }
      expect(Object.fromEntries(counts)).toEqual({
        audioCodesCallDisconnect: 5,
        callerNumber: 5,
        welcomeMessageTwilio: 5,
        voiceAgentTransferStart: 3,
      });
    });

    it("changes nothing when it is copied again", async () => {
      const all = () => copied.store.db.selectFrom("conversations").selectAll().orderBy("conversationId").execute();
      const before = await all();
      await copied.store.db.deleteFrom("syncWindows").execute();
      await copied.run();
      expect(await all()).toEqual(before);
      expect(await rows("summary")).toMatchObject([{ conversations: 7, segmentsAnswered: 3, missed: 1 }]);
    });
  },
);
