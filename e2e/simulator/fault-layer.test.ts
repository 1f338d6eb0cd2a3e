import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { ask, bodyFor, request } from "./ask";
import { recordsBetween } from "./centre";
import type { FaultPlan } from "./fault-plan";
import { type Simulator, startSimulator } from "./server";

const centre = { seed: 7, conversationsPerDay: 1500, homeZone: "Asia/Kolkata" };
const now = Date.parse("2026-03-20T00:00:00Z");
const five = Date.parse("2026-03-10T05:00:00Z");
const HOUR = 3_600_000;
const body = bodyFor("2026-03-10 05:00:00", "2026-03-10 05:59:59");
const hour = recordsBetween(centre, five, five + HOUR, now, 0);

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ ...centre, now: () => now, requestsPerMinute: 100_000 });
  return simulator.close;
});
afterEach(() => simulator.setFaults(null));

/** What a client sees of an answer, in a word. */
async function look(): Promise<string> {
  const response = await request(simulator, { body }).catch(() => null);
  if (response === null) return "no answer";
  const text = await response.text().catch(() => null);
  if (text === null) return `${response.status}, broken off`;
  const type = response.headers.get("content-type")?.split(";")[0];
  try {
    return `${response.status} ${type}, ${JSON.parse(text).data?.length ?? "no"} rows`;
  } catch {
    return `${response.status} ${type}, ${text === "" ? "empty" : "no JSON"}`;
  }
}

async function lookOften(plan: FaultPlan, times: number): Promise<string[]> {
  simulator.setFaults(plan);
  const seen: string[] = [];
  for (let each = 0; each < times; each++) seen.push(await look());
  return seen;
}

const WELL = `200 application/json, ${Math.min(100, hour.length)} rows`;

test("without a plan, with an empty one and after one was taken back, the answers are the centre's own", async () => {
  const pages = async (given: Simulator) => {
    const answers = [0, 1, 2].map((offset) => ask(given, { query: `?limit=40&offset=${offset}`, body }));
    return (await Promise.all(answers)).map(({ status, numResults, data }) => ({ status, numResults, data }));
  };
  const expected = [0, 40, 80].map((skip) => hour.slice(skip, skip + 40));
  expect(hour.length).toBeGreaterThan(80);
  const answers = expected.map((data) => ({ status: 200, numResults: data.length, data }));
  expect(await pages(simulator)).toEqual(answers);
  simulator.setFaults({ faultSeed: 3 });
  expect(await pages(simulator)).toEqual(answers);
  simulator.setFaults({ emptyBody: 1 });
  expect(await look()).toBe("200 application/json, empty");
  simulator.setFaults(null);
  expect(await pages(simulator)).toEqual(answers);
});

describe("each fault, when it is certain", () => {
  test.each<[keyof FaultPlan, string]>([
    ["error500", "500 application/json, no rows"],
    ["error503", "503 text/html, no JSON"],
    ["resetBeforeReply", "no answer"],
    ["resetMidBody", "200, broken off"],
    ["truncatedJson", "200 application/json, no JSON"],
    ["wrongContentType", "200 text/html, no JSON"],
    ["emptyBody", "200 application/json, empty"],
  ])("%s is seen as %s", async (fault, seen) => {
    expect(await lookOften({ [fault]: 1 }, 3)).toEqual([seen, seen, seen]);
  });

  test("a body that breaks off had said how long it would be", async () => {
    simulator.setFaults({ resetMidBody: 1 });
    const { headers, body: stream } = await request(simulator, { body });
    const reader = stream?.getReader();
    let received = 0;
    const read = async () => {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        received += part.value.length;
      }
    };
    await expect(read()).rejects.toThrow();
    expect(received).toBe(Math.floor(Number(headers.get("content-length")) / 2));
  });

  test("a simulator can begin with a plan", async () => {
    const faulty = await startSimulator({ ...centre, faults: { error500: 1 } });
    expect(await ask(faulty)).toMatchObject({ status: 500, errors: [{ msg: "Internal Server Error" }] });
    await faulty.close();
  });
});

describe("a fault that happens now and then", () => {
  const plan = { faultSeed: 5, error500: 0.2, resetBeforeReply: 0.1, truncatedJson: 0.2 };

  test("comes about as often as it should, and the other answers are whole", async () => {
    const seen = await lookOften({ emptyBody: 0.3 }, 200);
    const empty = seen.filter((each) => each === "200 application/json, empty").length;
    expect(empty).toBeGreaterThan(40);
    expect(empty).toBeLessThan(80);
    expect(seen.filter((each) => each === WELL).length).toBe(200 - empty);
  });

  test("comes to the same requests again under the same plan, and to others with another seed", async () => {
    const seen = await lookOften(plan, 40);
    expect(new Set(seen).size).toBe(4);
    expect(await lookOften(plan, 40)).toEqual(seen);
    expect(await lookOften({ ...plan, faultSeed: 6 }, 40)).not.toEqual(seen);
  });

  test("stays where it was when another becomes likelier, but for the requests that the other takes", async () => {
    const before = await lookOften({ faultSeed: 5, truncatedJson: 0.3 }, 40);
    const after = await lookOften({ faultSeed: 5, truncatedJson: 0.3, error500: 0.3 }, 40);
    for (const [number, each] of after.entries()) {
      if (each !== "500 application/json, no rows") expect(each).toBe(before[number]);
    }
    expect(after).not.toEqual(before);
  });
});

describe("a storm of refusals", () => {
  const msg = "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.";

  test("comes after so many requests, is so long, says when to come back, and comes again", async () => {
    simulator.setFaults({ storm429: { everyRequests: 3, length: 2, retryAfterSeconds: 7 } });
    const seen = [];
    for (let each = 0; each < 10; each++) {
      const response = await request(simulator, { body });
      seen.push([response.status, response.headers.get("retry-after")]);
    }
    const well = [200, null];
    const stormy = [429, "7"];
    expect(seen).toEqual([well, well, well, stormy, stormy, well, well, well, stormy, stormy]);
  });

  test.each([412, 500, 200])("can say the same with status %i, without a time to come back", async (status) => {
    simulator.setFaults({ storm429: { everyRequests: 0, length: 1, status } });
    const response = await request(simulator, { body });
    expect([response.status, response.headers.get("retry-after")]).toEqual([status, null]);
    expect(await response.json()).toEqual({ errors: [{ msg, code: 429 }] });
  });
});

test("latency lies between its bounds, and differs from request to request", async () => {
  simulator.setFaults({ latencyMs: [30, 90] });
  const waits: number[] = [];
  for (let each = 0; each < 8; each++) {
    const startedAt = performance.now();
    await ask(simulator, { body });
    waits.push(performance.now() - startedAt);
  }
  expect(Math.min(...waits)).toBeGreaterThan(28);
  expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(8);
});

test("a range that is rejected is so whenever a question touches it, by a second too, and no other is", async () => {
  simulator.setFaults({ rejectRange: { fromMs: five, toMs: five + HOUR, status: 500 } });
  const statusOf = async (from: string, to: string) =>
    (await ask(simulator, { body: bodyFor(`2026-03-10 ${from}`, `2026-03-10 ${to}`) })).status;
  expect(await statusOf("05:10:00", "05:10:00")).toBe(500);
  expect(await statusOf("05:10:00", "05:10:00")).toBe(500);
  expect(await statusOf("00:00:00", "23:59:59")).toBe(500);
  expect(await statusOf("04:00:00", "05:00:00")).toBe(500);
  expect(await statusOf("04:00:00", "04:59:59")).toBe(200);
  expect(await statusOf("05:59:59", "06:10:00")).toBe(500);
  expect(await statusOf("06:00:00", "06:10:00")).toBe(200);
  expect(await statusOf("05:10:00", "05:00:00")).toBe(412);
});
