import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { ask, bodyFor } from "./ask";
import { recordsBetween } from "./centre";
import type { VendorRecord } from "./record";
import { type Simulator, startSimulator } from "./server";
import { isSpoiled } from "./spoil";

const centre = { seed: 7, conversationsPerDay: 6000, homeZone: "Asia/Kolkata" };
const noon = Date.parse("2026-03-10T12:00:00Z");
const five = Date.parse("2026-03-10T05:00:00Z");
const HOUR = 3_600_000;
const body = bodyFor("2026-03-10 05:00:00", "2026-03-10 05:59:59");
const truth = recordsBetween(centre, five, five + HOUR, noon, 0);
const keyOf = ({ conversationId, sessionId }: VendorRecord) => conversationId ?? sessionId;
const keys = truth.map(keyOf);

let now = noon;
let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ ...centre, now: () => now, requestsPerMinute: 100_000 });
  return simulator.close;
});
afterEach(() => {
  now = noon;
  simulator.setFaults(null);
});

async function askPage(offset: number, limit = 100, asked: object = body): Promise<VendorRecord[]> {
  return (await ask(simulator, { query: `?limit=${limit}&offset=${offset}`, body: asked })).data;
}

/** One pass over a window: its pages until one is shorter than `pageRows`. */
async function askPages(limit = 100, pageRows = limit): Promise<VendorRecord[][]> {
  const pages: VendorRecord[][] = [];
  for (let offset = 0; offset <= 10; offset++) {
    const page = await askPage(offset, limit);
    pages.push(page);
    if (page.length < pageRows) break;
  }
  return pages;
}

test("the hour under test is several pages long and can be reached whole", () => {
  expect(truth.length).toBeGreaterThan(300);
  expect(truth.length).toBeLessThan(1000);
  expect(new Set(keys).size).toBe(truth.length);
});

describe("duplicateRows", () => {
  test("repeats about the share on a later page, each as it was, and leaves nothing out", async () => {
    simulator.setFaults({ duplicateRows: 0.2 });
    const pages = await askPages();
    const rows = pages.flat();
    const repeats = rows.length - truth.length;
    expect(repeats / truth.length).toBeGreaterThan(0.1);
    expect(repeats / truth.length).toBeLessThan(0.3);
    expect(new Set(rows.map(keyOf))).toEqual(new Set(keys));
    const first = new Map(rows.toReversed().map((row) => [keyOf(row), row]));
    for (const row of rows) expect(row).toEqual(first.get(keyOf(row)));
    const later = pages.filter((page, index) => {
      const before = new Set(pages.slice(0, index).flat().map(keyOf));
      return page.some((row) => before.has(keyOf(row)));
    });
    expect(later.length).toBeGreaterThan(1);
  });

  test("repeats the same rows at the same places when the window is asked for again", async () => {
    simulator.setFaults({ duplicateRows: 0.2 });
    expect(await askPages()).toEqual(await askPages());
  });
});

describe("reorderPages", () => {
  test("gives the same rows in another order, the same whenever the window is asked for, and another by seed", async () => {
    simulator.setFaults({ reorderPages: true });
    const rows = (await askPages()).flat().map(keyOf);
    expect(rows).not.toEqual(keys);
    expect(rows.toSorted()).toEqual(keys.toSorted());
    expect((await askPages(70)).flat().map(keyOf)).toEqual(rows);
    simulator.setFaults({ reorderPages: true, faultSeed: 2 });
    expect((await askPages()).flat().map(keyOf)).not.toEqual(rows);
  });

  test("orders another window in another way", async () => {
    simulator.setFaults({ reorderPages: true });
    const shorter = bodyFor("2026-03-10 05:00:00", "2026-03-10 05:09:59");
    const rows = (await askPage(0, 100, shorter)).map(keyOf);
    const inHour = (await askPages()).flat().map(keyOf);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows).not.toEqual(inHour.filter((key) => rows.includes(key)));
  });
});

test("a row that appears between two requests moves others to later places only, with repeats, shuffled or not", async () => {
  for (const reorderPages of [false, true]) {
    simulator.setFaults({ reorderPages, duplicateRows: 0.2 });
    let before: string[] = [];
    for (now = five + HOUR / 2; now < five + HOUR; now += 180_000) {
      const rows = (await askPages()).flat().map(keyOf);
      const places = new Map(rows.map((key, place) => [key, place] as const).toReversed());
      const first = new Map(before.map((key, place) => [key, place] as const).toReversed());
      for (const [key, place] of first) expect(places.get(key)).toBeGreaterThanOrEqual(place);
      before = rows;
    }
    expect(before.length).toBeGreaterThan(200);
  }
});

describe("unstableOrder", () => {
  test("gives the same page other rows each time, and a pass then misses as many as it repeats", async () => {
    simulator.setFaults({ unstableOrder: true });
    const one = (await askPage(0)).map(keyOf);
    expect((await askPage(0)).map(keyOf)).not.toEqual(one);
    const rows = (await askPages()).flat().map(keyOf);
    expect(rows.length).toBe(truth.length);
    const missed = keys.filter((key) => !rows.includes(key)).length;
    expect(missed).toBeGreaterThan(0);
    expect(rows.length - new Set(rows).size).toBe(missed);
  });

  test("still gives all of a window that fits into one page", async () => {
    simulator.setFaults({ unstableOrder: true });
    const minutes = bodyFor("2026-03-10 05:00:00", "2026-03-10 05:04:59");
    const all = recordsBetween(centre, five, five + 300_000, noon, 0).map(keyOf);
    expect(all.length).toBeLessThan(100);
    expect((await askPage(0, 100, minutes)).map(keyOf).toSorted()).toEqual(all.toSorted());
  });
});

test("with offsetsAreRecords the page at offset 1 starts at the second record, and 110 records can be reached", async () => {
  simulator.setFaults({ offsetsAreRecords: true });
  expect((await askPage(0)).map(keyOf)).toEqual(keys.slice(0, 100));
  expect((await askPage(1)).map(keyOf)).toEqual(keys.slice(1, 101));
  expect((await askPage(10)).map(keyOf)).toEqual(keys.slice(10, 110));
  expect((await ask(simulator, { query: "?limit=100&offset=11", body })).status).toBe(412);
});

test("with longPages every page is longer than the limit, and the pages put together are the window", async () => {
  simulator.setFaults({ longPages: 20 });
  const pages = await askPages(100, 120);
  expect(pages.slice(0, -1).every((page) => page.length === 120)).toBe(true);
  expect(pages.flat().map(keyOf)).toEqual(keys);
});

describe("numResults", () => {
  const countOf = async (numResults: "page" | "total" | "pages" | "missing") => {
    simulator.setFaults({ numResults });
    return ask(simulator, { query: "?limit=40&offset=1", body });
  };

  test("counts the page, the rows of all pages, or the pages, or is not there", async () => {
    expect((await countOf("page")).numResults).toBe(40);
    expect((await countOf("total")).numResults).toBe(truth.length);
    expect((await countOf("pages")).numResults).toBe(Math.ceil(truth.length / 40));
    expect(await countOf("missing")).not.toHaveProperty("numResults");
  });

  test("as nonsense it is now this, now that, and the rows are the same", async () => {
    simulator.setFaults({ numResults: "nonsense" });
    const answers = [];
    for (let each = 0; each < 20; each++) answers.push(await ask(simulator, { query: "?limit=10", body }));
    expect(new Set(answers.map(({ numResults }) => JSON.stringify(numResults))).size).toBeGreaterThan(5);
    for (const { data } of answers) expect(data).toEqual(truth.slice(0, 10));
  });

  test("a plan rules over the simulator's own setting and over the sample's count, and only where it says so", async () => {
    const other = await startSimulator({ mode: "sample", faults: { numResults: "total" } });
    const october = bodyFor("2025-10-01", "2025-10-01", -330);
    expect((await ask(other, { body: october })).numResults).toBe(6);
    other.setFaults({ reorderPages: true });
    expect((await ask(other, { body: october })).numResults).toBe(14);
    await other.close();
  });
});

describe("badRecords", () => {
  const plan = { badRecords: 0.15 };
  const bad = truth.filter((record) => isSpoiled(record, plan));

  test("spoils about the share, the same records in every page and window, and no other", async () => {
    simulator.setFaults(plan);
    expect(bad.length / truth.length).toBeGreaterThan(0.08);
    expect(bad.length / truth.length).toBeLessThan(0.22);
    for (const limit of [100, 77]) {
      const rows = (await askPages(limit)).flat();
      expect(rows.length).toBe(truth.length);
      for (const [index, record] of truth.entries()) {
        if (isSpoiled(record, plan)) expect(rows[index]).not.toEqual(record);
        else expect(rows[index]).toEqual(record);
      }
    }
  });

  test("spoils in many ways: no ids, nothing that tells the start, no object at all", async () => {
    simulator.setFaults({ badRecords: 1 });
    const rows: unknown[] = (await askPages()).flat();
    const isObject = (row: unknown): row is Record<string, unknown> =>
      typeof row === "object" && row !== null && !Array.isArray(row);
    const objects = rows.filter(isObject);
    expect(rows.length - objects.length).toBeGreaterThan(10);
    expect(objects.filter((row) => !("sessionId" in row) && !("conversationId" in row)).length).toBeGreaterThan(10);
    expect(objects.filter((row) => !("sessionStartTime" in row)).length).toBeGreaterThan(10);
    expect(objects.filter((row) => row.sessionStartTime === "yesterday").length).toBeGreaterThan(10);
    expect(objects.filter((row) => row.destinations === "none").length).toBeGreaterThan(10);
  });
});
