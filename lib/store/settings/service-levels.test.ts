import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runDataset } from "@/lib/metrics/run";
import { parseMetricQuery } from "@/lib/shared/query";
import { scopeFor } from "@/lib/shared/test-scope";
import type { Store } from "@/lib/store/engine/engine";
import { readDataVersion } from "@/lib/store/sync/data-version";
import { answeredBy, conversation, openStoreWith, queueEntry } from "@/lib/sync/normalize/test-records";
import { readServiceLevels, writeServiceLevel } from "./service-levels";

const START = "2025-10-01T10:00:00";
const at = (seconds: number) => new Date(Date.parse(`${START}Z`) + seconds * 1000).toISOString().slice(0, 19);

/** An entry that is accepted after so many seconds. */
const waited = (id: string, queueId: string, seconds: number) =>
  conversation(id, {
    sessionStartTime: START,
    destinations: [queueEntry(queueId, { EnterTime: START, ...answeredBy("u-1", { acceptedTime: at(seconds) }) })],
  });

/** An entry whose customer leaves after so many seconds. */
const left = (id: string, queueId: string, seconds: number) =>
  conversation(id, {
    sessionStartTime: START,
    sessionEndTime: at(seconds),
    finalStatus: "USER ABANDONED",
    destinations: [queueEntry(queueId, { EnterTime: START })],
  });

describe("service levels", () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStoreWith([
      waited("a", "qu-1", 20),
      waited("b", "qu-1", 21),
      left("c", "qu-1", 5),
      left("d", "qu-1", 6),
      waited("e", "qu-2", 45),
    ]);
  });
  afterEach(() => store.close());

  const query = parseMetricQuery(new URLSearchParams("from=2025-10-01&to=2025-10-01"), { timeZone: "UTC", now: 0 });
  const levels = async () => {
    const { rows, leftOut } = await runDataset(store.db, scopeFor(), "queues", query);
    const shares = Object.fromEntries(rows.map(({ queueId, serviceLevel }) => [queueId, serviceLevel]));
    return { ...shares, short: leftOut.find(({ reason }) => reason === "shortAbandon")?.records ?? 0 };
  };
  const set = (queueId: string, thresholdSeconds: number | null, shortAbandonSeconds: number | null = null) =>
    writeServiceLevel(store.db, { queueId, thresholdSeconds, shortAbandonSeconds });

  it("are 20 seconds for every queue, and leave out no abandon, until they are set", async () => {
    expect(await levels()).toEqual({ "qu-1": 1 / 4, "qu-2": 0, short: 0 });
    const { default: all, queues } = await readServiceLevels(store.db);
    expect(all).toEqual({ thresholdSeconds: 20, shortAbandonSeconds: null });
    expect(queues.map(({ queueId }) => queueId)).toEqual(["qu-1", "qu-2"]);
  });

  it("hold for the past at once: a queue's own before the one for all", async () => {
    await set("", 45);
    expect(await levels()).toMatchObject({ "qu-1": 2 / 4, "qu-2": 1 });
    await set("qu-1", 20);
    expect(await levels()).toMatchObject({ "qu-1": 1 / 4, "qu-2": 1 });
    await set("qu-1", null);
    expect(await levels()).toMatchObject({ "qu-1": 2 / 4 });
  });

  it("leave out abandons that are shorter than was chosen, not those that are just as long, and say how many", async () => {
    await set("qu-1", 20, 6);
    expect(await levels()).toEqual({ "qu-1": 1 / 3, "qu-2": 0, short: 1 });
    await set("", null, 7);
    expect(await levels()).toMatchObject({ "qu-1": 1 / 3 });
    await set("qu-1", 20);
    expect(await levels()).toEqual({ "qu-1": 1 / 2, "qu-2": 0, short: 2 });
  });

  it("leave the queue abandon rate as it is", async () => {
    await set("", 20, 60);
    const { rows } = await runDataset(store.db, scopeFor(), "queues", query);
    expect(rows.find(({ queueId }) => queueId === "qu-1")?.queueAbandonRate).toBe(2 / 4);
  });

  it("make kept replies outdated", async () => {
    const before = await readDataVersion(store.db);
    await set("qu-1", 30);
    expect(await readDataVersion(store.db)).toBeGreaterThan(before);
  });

  it("are refused for a queue that there is not", async () => {
    await expect(set("qu-9", 30)).rejects.toMatchObject({
      code: "invalid_parameter",
      details: { parameter: "queueId" },
    });
  });
});
