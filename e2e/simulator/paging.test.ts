import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, bodyFor } from "./ask";
import { recordsBetween } from "./centre";
import type { VendorRecord } from "./record";
import { type Simulator, startSimulator } from "./server";

const centre = { seed: 7, conversationsPerDay: 1500, homeZone: "Asia/Kolkata" };
const now = Date.parse("2026-03-20T00:00:00Z");

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ ...centre, now: () => now, requestsPerMinute: 10_000 });
});
afterAll(() => simulator.close());

async function askAll(body: object, limit = 100): Promise<VendorRecord[]> {
  const rows: VendorRecord[] = [];
  for (let offset = 0; offset <= 10; offset++) {
    const { data } = await ask(simulator, { query: `?limit=${limit}&offset=${offset}`, body });
    rows.push(...data);
    if (data.length < limit) break;
  }
  return rows;
}

const keyOf = ({ conversationId, sessionId }: VendorRecord) => conversationId ?? sessionId;
const hour = (offset = 0) => bodyFor("2026-03-10 05:00:00", "2026-03-10 05:59:59", offset);
const six = Date.parse("2026-03-10T06:00:00Z");

describe("paging", () => {
  test.each([7, 33, 100])("pages of %i rows put together are the window's records, each once", async (limit) => {
    const from = Date.parse("2026-03-10T05:00:00Z");
    const to = limit === 7 ? from + 1_800_000 : six;
    const last = new Date(to - 1000).toISOString().slice(0, 19);
    const rows = await askAll(bodyFor("2026-03-10 05:00:00", last), limit);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows).toEqual(recordsBetween(centre, from, to, now, 0));
    expect(new Set(rows.map(keyOf)).size).toBe(rows.length);
  });

  test("bot-only sessions come first, upwards, then conversations, downwards", async () => {
    const rows = await askAll(hour());
    const bots = rows.filter((row) => row.conversationId === undefined).map((row) => row.sessionStartTime);
    const rest = rows.filter((row) => row.conversationId !== undefined).map((row) => row.sessionStartTime);
    expect(rows.map((row) => row.sessionStartTime)).toEqual([...bots, ...rest]);
    expect(bots).toEqual(bots.toSorted());
    expect(rest).toEqual(rest.toSorted().reverse());
    expect(Math.min(bots.length, rest.length)).toBeGreaterThan(5);
  });

  test("both ends of the range are included, to the second", async () => {
    const [first] = await askAll(hour());
    const at = first?.sessionStartTime ?? "";
    const rows = await askAll(bodyFor(at, at));
    expect(rows.map(keyOf)).toContain(first && keyOf(first));
    expect(new Set(rows.map((row) => row.sessionStartTime))).toEqual(new Set([at]));
  });

  test("numResults counts the page, or all when it is set so", async () => {
    const total = await startSimulator({ ...centre, now: () => now, numResults: "total" });
    const all = recordsBetween(centre, six - 3_600_000, six, now, 0).length;
    expect((await ask(simulator, { query: "?limit=10", body: hour() })).numResults).toBe(10);
    expect((await ask(total, { query: "?limit=10", body: hour() })).numResults).toBe(all);
    await total.close();
  });

  test("two windows that overlap give the same records where they do, in any order", async () => {
    const late = await askAll(bodyFor("2026-03-10 05:30:00", "2026-03-10 06:30:00"));
    const early = await askAll(hour());
    const known = new Map(early.map((row) => [keyOf(row), row]));
    const shared = late.filter((row) => known.has(keyOf(row)));
    expect(shared.length).toBe(early.filter((row) => row.sessionStartTime >= "2026-03-10T05:30:00").length);
    for (const row of shared) expect(row).toEqual(known.get(keyOf(row)));
  });
});

describe("times", () => {
  test("another offset shifts the zone-less times and nothing else", async () => {
    const shift = (value: unknown): unknown => {
      if (typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(value)) {
        return new Date(Date.parse(`${value}Z`) + 19_800_000).toISOString().slice(0, 19);
      }
      if (Array.isArray(value)) return value.map(shift);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shift(each)]));
    };
    const india = await askAll(bodyFor("2026-03-10 10:30:00", "2026-03-10 11:29:59", -330));
    expect(india).toEqual(shift(await askAll(hour())));
  });

  test("a session's id begins with its start in Unix seconds", async () => {
    for (const { sessionId, sessionStartTime } of await askAll(hour())) {
      expect(sessionId).toMatch(/^[0-9a-f]{24}$/);
      expect(Number.parseInt(sessionId.slice(0, 8), 16) * 1000).toBe(Date.parse(`${sessionStartTime}Z`));
    }
  });

  test("callback times are UTC with milliseconds and lie beside the local ones", async () => {
    const rows = await askAll(bodyFor("2026-03-10 10:30:00", "2026-03-10 14:29:59", -330));
    const entries = rows.flatMap(({ destinations = [] }) => destinations).filter((each) => each.CallbackOptedTime);
    expect(entries.length).toBeGreaterThan(3);
    for (const { CallbackOptedTime = "", userCallbackAcceptTime, EnterTime = "" } of entries) {
      expect(CallbackOptedTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      const waitedMs = Date.parse(CallbackOptedTime) - (Date.parse(`${EnterTime}Z`) - 19_800_000);
      expect(waitedMs).toBeGreaterThanOrEqual(15_000);
      expect(waitedMs).toBeLessThanOrEqual(121_000);
      if (userCallbackAcceptTime) expect(userCallbackAcceptTime > CallbackOptedTime).toBe(true);
    }
  });
});

describe("choices", () => {
  test("selectable parts are left out where they are not asked for", async () => {
    const body = { ...hour(), selectedFields: ["skills"] };
    for (const row of await askAll(body)) {
      expect(row).toHaveProperty("skills");
      expect(row).not.toHaveProperty("customerinfo");
      expect(row).not.toHaveProperty("userleveltags");
      expect(row).not.toHaveProperty("sessionleveltags");
    }
    const [bare] = await askAll({ startDate: "2026-03-10", endDate: "2026-03-10", timeZoneOffset: 0 });
    expect(Object.keys(bare ?? {})).not.toContain("skills");
  });

  test.each([
    [["voice"], ["Voice", "Voice "]],
    [["email"], ["System Mail"]],
    [
      ["rtm", "telegram"],
      ["Web/Mobile Client", "rtm", "telegram"],
    ],
    [["smoke signals"], []],
  ])("the channels %j give %j", async (channels, names) => {
    const all = await askAll(bodyFor("2026-03-10 03:00:00", "2026-03-10 06:00:00"));
    const rows = await askAll(bodyFor("2026-03-10 03:00:00", "2026-03-10 06:00:00", 0, { channels }));
    expect(rows).toEqual(all.filter((row) => names.includes(row.channel)));
  });

  test("queues select the conversations that were in one of them", async () => {
    const all = await askAll(hour());
    const queueId = all.flatMap(({ destinations = [] }) => destinations).find((each) => each.queueId)?.queueId ?? "";
    const rows = await askAll(bodyFor("2026-03-10 05:00:00", "2026-03-10 05:59:59", 0, { queues: [queueId] }));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toEqual(all.filter((row) => row.destinations?.some((each) => each.queueId === queueId)));
  });
});
