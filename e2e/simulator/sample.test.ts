import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, bodyFor } from "./ask";
import sample from "./fixtures/sample-response.json";
import { type Simulator, startSimulator } from "./server";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ mode: "sample", requestsPerMinute: 1000 });
});
afterAll(() => simulator.close());

test("at the sample's own offset its records come as they stand in the file, in the windows in which they start", async () => {
  const october = await ask(simulator, { body: bodyFor("2025-10-01", "2025-10-01", -330) });
  const november = await ask(simulator, { body: bodyFor("2025-11-10", "2025-11-10", -330) });
  expect(october.data).toEqual(sample.data.filter((row) => row.sessionStartTime.startsWith("2025-10-01")));
  expect(november.data).toEqual(sample.data.filter((row) => row.sessionStartTime.startsWith("2025-11-10")));
  expect([october.data.length, november.data.length]).toEqual([6, 1]);
});

test("the count stays the file's, which its rows contradict", async () => {
  expect((await ask(simulator, { body: bodyFor("2025-10-01", "2025-10-01", -330) })).numResults).toBe(14);
});

test("at another offset the numbers shift and the callback's UTC times stay", async () => {
  const { data } = await ask(simulator, { body: bodyFor("2025-10-01 02:10:36", "2025-10-01 02:10:36", 0) });
  expect(data).toHaveLength(1);
  const [row] = data;
  expect(row?.sessionStartTime).toBe("2025-10-01T02:10:36");
  expect(row?.destinations?.[0]).toMatchObject({
    EnterTime: "2025-10-01T02:10:36",
    CallbackOptedTime: "2025-10-01T02:10:57.780Z",
    respondingAgent: { afterCallWorkEndTime: "2025-10-01T02:12:04" },
  });
});

test("its pages and selectable parts are those of any reply", async () => {
  const body = bodyFor("2025-10-01", "2025-10-01", -330, { selectedFields: [] });
  const { data } = await ask(simulator, { query: "?limit=4&offset=1", body });
  expect(data).toHaveLength(2);
  expect(Object.keys(data[0] ?? {})).not.toContain("customerinfo");
});
