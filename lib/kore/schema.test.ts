import fc from "fast-check";
import { describe, expect, it } from "vitest";
import sample from "@/e2e/simulator/fixtures/sample-response.json";
import { type ReadRecord, readRecord } from "./client";
import { keyOf, pageSchema, type VendorRecord } from "./schema";

type Fields = Record<string, unknown>;

const START = { sessionId: "68dc602b4afb07c72ac5aaaa", sessionStartTime: "2025-10-01T04:26:43" };
const ROWS: Fields[] = sample.data;

function recordOf(read: ReadRecord): VendorRecord {
  if ("reason" in read) {
    throw new Error(read.reason);
  }
  return read.record;
}

function reasonOf(row: unknown): string | null {
  const read = readRecord(row);
  return "reason" in read ? read.reason : null;
}

/** The keys of an object and of all that lies in it, as paths. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) {
    return [path];
  }
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))];
}

/** A copy with one part of it replaced; left out where the replacement is undefined. */
function withPart(value: unknown, [key, ...rest]: readonly string[], part: unknown): unknown {
  if (key === undefined || typeof value !== "object" || value === null) {
    return part;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => (String(index) === key ? withPart(item, rest, part) : item));
  }
  const entries = Object.entries(value).map(([name, item]) => [name, name === key ? withPart(item, rest, part) : item]);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

describe("the seven records of the vendor's sample", () => {
  it("can all be read", () => {
    const keys = ROWS.map((row) => keyOf(recordOf(readRecord(row))));
    expect(keys).toHaveLength(7);
    expect(new Set(keys).size).toBe(7);
  });

  it("keep every key that they came with, at every depth", () => {
    for (const row of ROWS) {
      const kept = new Set(pathsOf(recordOf(readRecord(row))).map(String));
      expect(
        pathsOf(row)
          .map(String)
          .filter((path) => !kept.has(path)),
      ).toEqual([]);
    }
  });

  it("keep their own text beside what was read of it", () => {
    expect(ROWS.map((row) => JSON.parse(readRecord(row).raw))).toEqual(ROWS);
  });

  it("can be read without any of their parts but the start, whether it is null or absent", () => {
    const failed = ROWS.flatMap((row) =>
      pathsOf(row)
        .filter((path) => path.length > 0 && path[0] !== "sessionStartTime" && !/^\d+$/.test(path.at(-1) ?? ""))
        .filter((path) => reasonOf(withPart(row, path, null)) ?? reasonOf(withPart(row, path, undefined)))
        .filter((path) => path[0] !== "sessionId" || row.conversationId !== undefined)
        .map(String),
    );
    expect(failed).toEqual([]);
  });
});

describe("reading a record", () => {
  it("takes an almost empty one, with lists that are empty and texts that are null", () => {
    expect(recordOf(readRecord(START))).toMatchObject({
      conversationId: null,
      channel: null,
      finalStatus: null,
      destinations: [],
      dispositions: [],
      skills: [],
      sessionleveltags: [],
      csatScore: null,
    });
  });

  it("keeps keys that nobody knows yet, also deep inside", () => {
    const destinations = [{ sla: { met: true }, respondingAgent: { agentId: "u-1", mood: "good" } }];
    const record = recordOf(readRecord({ ...START, priority: 3, destinations }));
    expect(record).toMatchObject({ priority: 3, destinations });
  });

  it("trims texts, takes blank ones for missing, and numbers and booleans for texts", () => {
    const record = recordOf(readRecord({ ...START, channel: "Voice ", finalStatus: "  ", botId: 17, userId: false }));
    expect(record).toMatchObject({ channel: "Voice", finalStatus: null, botId: "17", userId: "false" });
  });

  it.each([
    [true, true],
    ["True", true],
    ["true", true],
    [" TRUE ", true],
    [1, true],
    ["1", true],
    [false, false],
    ["False", false],
    ["", false],
    [0, false],
    [null, false],
    [undefined, false],
  ])("reads CallbackOpted %j as %s", (CallbackOpted, expected) => {
    const record = recordOf(readRecord({ ...START, destinations: [{ CallbackOpted }] }));
    expect(record.destinations[0]?.CallbackOpted).toBe(expected);
  });

  it.each([
    [12, 12],
    ["12", 12],
    [" 1.5 ", 1.5],
    ["-3", -3],
    ["", null],
    [null, null],
    [undefined, null],
  ])("reads a duration %j as %s", (interactionDuration, expected) => {
    const destinations = [{ respondingAgent: { interactionDuration } }];
    const record = recordOf(readRecord({ ...START, destinations }));
    expect(record.destinations[0]?.respondingAgent?.interactionDuration).toBe(expected);
  });

  it("is keyed by its conversation, and by its session where there is none", () => {
    const session = recordOf(readRecord(START));
    const conversation = recordOf(readRecord({ ...START, conversationId: "c-1" }));
    const blank = recordOf(readRecord({ ...START, conversationId: " " }));
    expect([session, conversation, blank].map(keyOf)).toEqual([START.sessionId, "c-1", START.sessionId]);
  });
});

describe("a record that cannot be read is set aside", () => {
  it.each([
    ["neither id", { sessionStartTime: "2025-10-01T04:26:43" }, "conversationId"],
    ["blank ids", { ...START, sessionId: " ", conversationId: "" }, "sessionId"],
    ["no start", { sessionId: "s" }, "sessionStartTime"],
    ["a start that is no time", { ...START, sessionStartTime: "soon" }, "sessionStartTime"],
    ["an object for a text", { ...START, channel: { name: "Voice" } }, "channel"],
    ["a text for a list", { ...START, destinations: "none" }, "destinations"],
    ["null in a list of objects", { ...START, destinations: [null] }, "destinations.0"],
    ["words for a number", { ...START, csatScore: "very good" }, "csatScore"],
    ["an id that no key can hold", { ...START, conversationId: "c".repeat(501) }, "conversationId"],
    ["an id with a character that separates ids", { ...START, destinations: [{ queueId: "a\x1fb" }] }, "queueId"],
    [
      "a list deep inside for a number",
      { ...START, destinations: [{}, { respondingAgent: { afterCallWorkDuration: [] } }] },
      "destinations.1.respondingAgent.afterCallWorkDuration",
    ],
  ])("and its reason names the field: %s", (_, row, field) => {
    expect(reasonOf(row)).toContain(field);
    expect(readRecord(row).raw).toBe(JSON.stringify(row));
  });

  it.each([[null], [7], ["text"], [true], [[]]])("also where it is no object at all: %j", (row) => {
    expect(reasonOf(row)).toMatch(/^record: /);
  });

  it("and nothing that JSON can hold makes reading throw", () => {
    const key = fc.constantFrom(...new Set(ROWS.flatMap((row) => Object.keys(row))), "__proto__", "csatScore");
    const rows = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(key, fc.jsonValue()).map((parts) => ({ ...START, ...parts })),
      fc
        .record({ destinations: fc.array(fc.jsonValue()), metaInfo: fc.jsonValue() })
        .map((parts) => ({ ...START, ...parts })),
    );
    fc.assert(
      fc.property(rows, (row) => {
        const read = readRecord(row);
        expect(read.raw).toBe(JSON.stringify(row));
        expect("record" in read ? keyOf(read.record) : read.reason).not.toBe("");
      }),
    );
  });
});

describe("a page", () => {
  it("may lack anything: the count is a hint, and can be anything", () => {
    expect(pageSchema.parse({ data: [1] })).toMatchObject({ numResults: null, data: [1] });
    expect(pageSchema.parse({ numResults: "14", data: [] }).numResults).toBe(14);
    expect(pageSchema.parse({ numResults: { total: 14 }, data: [] }).numResults).toBeNull();
    expect(pageSchema.parse({ numResults: 14 })).toEqual({ numResults: 14 });
  });
});
