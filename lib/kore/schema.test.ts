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

  it("can be read without any of their parts, whether it is null or absent", () => {
    const failed = ROWS.flatMap((row) =>
      pathsOf(row)
        .filter((path) => path.length > 0 && !/^\d+$/.test(path.at(-1) ?? ""))
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

/** What is read of a field, beside the fields that could not be read. */
function readField(field: string, value: unknown): { value: unknown; unread: readonly string[] } {
  const read = readRecord({ ...START, [field]: value });
  return "reason" in read ? { value: read.reason, unread: [] } : { value: read.record[field], unread: read.unread };
}

const readAgentField = (field: string, value: unknown) => {
  const read = readField("destinations", [{ respondingAgent: { agentId: "u-1", [field]: value } }]);
  const [destination] = read.value as { respondingAgent: Fields }[];
  return { ...read, value: destination?.respondingAgent[field] };
};

describe("a field in another form than the vendor's page says", () => {
  it.each([
    ["00:01:20", 80],
    ["1:20", 80],
    ["90:00", 5400],
    ["01:07:48", 4068],
    ["00:01:20.500", 80.5],
    ["-00:00:05", -5],
    ["80,5", 80.5],
    ["0,500", 0.5],
    ["+80", 80],
    ["8e1", 80],
    ["919 sec", 919],
    ["80s", 80],
    ["1m 20s", 80],
    ["1 hour 1 min", 3660],
    ["PT1M20S", 80],
    ["P1DT1S", 86_401],
    [[80], 80],
    [{ value: 80 }, 80],
    [{ $numberLong: "80" }, 80],
    [[{ $numberInt: 80 }], 80],
  ])("is a duration where it obviously means one: %j", (value, expected) => {
    expect(readAgentField("interactionDuration", value)).toEqual({ value: expected, unread: [] });
  });

  it.each([["-"], ["–"], ["--"], ["N/A"], ["null"], [" "], [""], [null], [undefined], [[]], [{}], [[null]]])(
    "is missing where it obviously says nothing: %j",
    (value) => {
      expect(readAgentField("interactionDuration", value)).toEqual({ value: null, unread: [] });
      expect(readField("csatScore", value)).toEqual({ value: null, unread: [] });
      expect(readField("customerinfo", value === "-" ? null : [])).toEqual({ value: null, unread: [] });
    },
  );

  it.each([
    ["very long"],
    [true],
    [false],
    ["1,234"],
    ["1,234.5"],
    ["00:75:00"],
    ["1:75"],
    ["1 2"],
    ["P"],
    ["PT"],
    [{ a: 1 }],
    [[1, 2]],
    [1e300],
    ["9".repeat(400)],
    [`${"1h".repeat(30)}`],
  ])("is unread where nobody can know: %j", (value) => {
    expect(readAgentField("interactionDuration", value)).toEqual({ value: null, unread: ["interactionDuration"] });
  });

  it.each([
    [true, 1],
    [false, 0],
    ["true", 1],
    ["No", 0],
    [1, 1],
    ["0", 0],
    ["-", null],
  ])("is a like or a dislike: %j", (value, expected) => {
    expect(readField("likeDislikeScore", value)).toEqual({ value: expected, unread: [] });
  });

  it.each([
    ["csatScore", "4,5", 4.5, []],
    ["csatScore", "00:01:20", null, ["csatScore"]],
    ["csatScore", true, null, ["csatScore"]],
    ["likeDislikeScore", "rather", null, ["likeDislikeScore"]],
    ["channel", ["Voice"], "Voice", []],
    ["channel", { value: "Voice" }, "Voice", []],
    ["channel", { name: "Voice" }, null, ["channel"]],
    ["channel", ["Voice", "Chat"], null, ["channel"]],
    ["conversationId", { $oid: "c-1" }, "c-1", []],
    ["conversationId", "c".repeat(501), null, ["conversationId"]],
    ["conversationId", "a\x1fb", null, ["conversationId"]],
    ["dispositions", "Resolved", ["Resolved"], []],
    ["dispositions", ["Resolved", null, "", ["Own"]], ["Resolved", "Own"], []],
    ["dispositions", '["Resolved","Own"]', ["Resolved", "Own"], []],
    ["dispositions", { 0: "Resolved", 1: "Own" }, ["Resolved", "Own"], []],
    ["dispositions", [{ name: "Resolved", id: 1 }], ["Resolved"], []],
    ["dispositions", ["Resolved", { a: 1, b: 2 }], ["Resolved"], ["dispositions"]],
    ["dispositions", 7, ["7"], []],
    ["customerinfo", "Pat", null, ["customerinfo"]],
    ["customerinfo", [{ a: 1 }, { b: 1 }], null, ["customerinfo"]],
    ["destinations", "none", [], ["destinations"]],
    ["destinations", {}, [], []],
    ["destinations", [null, ""], [], []],
    ["destinations", [7], [], ["destinations"]],
    ["skills", "Billing", ["Billing"], []],
  ])("costs only itself: %s %j", (field, value, expected, unread) => {
    expect(readField(field, value)).toEqual({ value: expected, unread });
  });

  it.each([
    ["an object", { CustomerPhone: "1" }],
    ["the only one of a list", [{ CustomerPhone: "1" }]],
    ["JSON text", '{"CustomerPhone":"1"}'],
  ])("is an object: %s", (_, value) => {
    expect(readField("customerinfo", value)).toMatchObject({ value: { CustomerPhone: "1" }, unread: [] });
  });

  it.each([
    ["a list", [{ queueId: "qu-1" }]],
    ["a list with gaps", [null, { queueId: "qu-1" }, []]],
    ["the only one itself", { queueId: "qu-1" }],
    ["the values of an object", { 0: { queueId: "qu-1" }, 1: null }],
    ["a list of lists of one", [[{ queueId: "qu-1" }]]],
    ["JSON text", '[{"queueId":"qu-1"}]'],
  ])("is a list of objects: %s", (_, value) => {
    expect(readField("destinations", value)).toMatchObject({ value: [{ queueId: "qu-1" }], unread: [] });
  });

  it.each([
    ["one text", "text", ["text"]],
    ["one text in brackets", "[text", ["[text"]],
    ["objects, as JSON", [{ by: "x", note: "n" }], ['{"by":"x","note":"n"}']],
  ])("are notes: %s", (_, value, expected) => {
    expect(readAgentField("agentNotes", value)).toEqual({ value: expected, unread: [] });
  });

  it.each([
    ["a list as JSON", [{ name: "products", value: ["loan", "card"] }], [["products", '["loan","card"]']]],
    ["a list of one as JSON", [{ name: "products", value: ["loan"] }], [["products", '["loan"]']]],
    ["an object as JSON", [{ name: "address", value: { city: "X" } }], [["address", '{"city":"X"}']]],
    [
      "nothing",
      [{ name: "a", value: [] }, { name: "b" }],
      [
        ["a", null],
        ["b", null],
      ],
    ],
    ["one tag itself", { name: "a", value: 1 }, [["a", "1"]]],
    [
      "values by their names",
      { a: 1, b: "2" },
      [
        ["a", "1"],
        ["b", "2"],
      ],
    ],
    ["values by their names, as a text of JSON", '{"order":12345678901234567891}', [["order", "12345678901234567891"]]],
    [
      "names alone",
      ["vip", "new"],
      [
        ["vip", undefined],
        ["new", undefined],
      ],
    ],
  ])("are tags: %s", (_, value, expected) => {
    const read = readField("sessionleveltags", value);
    const tags = read.value as { name: string; value: string }[];
    expect(tags.map((tag) => [tag.name, tag.value ?? undefined])).toEqual(
      expected.map(([name, tagged]) => [name, tagged ?? undefined]),
    );
    expect(read.unread).toEqual([]);
  });

  it("is unread under the list's own name, where it is a tag's or a tone's", () => {
    expect(readField("userleveltags", [{ name: { a: 1, b: 2 }, value: "1" }, 7]).unread).toEqual(["userleveltags"]);
    expect(readField("metaInfo", { dialog_tone: [{ tone_name: "joy", level: "much" }] }).unread).toEqual([
      "dialog_tone",
    ]);
  });

  it.each([
    ["blanks", "  "],
    ["blanks that take no room", "\u200b\ufeff\u2060"],
    ["fillers and marks of direction", "\u3164\u200e\u2800\u00ad"],
  ])("is no name where it is made of %s", (_, name) => {
    expect(readAgentField("name", name)).toEqual({ value: null, unread: [] });
  });

  it("is one text in whatever form its letters are written, without what cannot be seen around it", () => {
    const channels = ["Caf\u00e9", "Cafe\u0301", "\u200bCaf\u00e9 \u200b"].map(
      (name) => readField("channel", name).value,
    );
    expect(channels).toEqual(["Caf\u00e9", "Caf\u00e9", "Caf\u00e9"]);
    // Joiners within and at the end belong to the word.
    expect(readField("channel", "\u0646\u200c\u0627\u200d").value).toBe("\u0646\u200c\u0627\u200d");
  });

  it("takes as long as it is, however many blanks it is made of", () => {
    const blanks = " ".repeat(300_000);
    const begun = performance.now();
    readAgentField("interactionDuration", `1h${blanks}x`);
    readField("sessionStartTime", `2025-10-01${blanks}x`);
    readField("channel", `${blanks}x${blanks}`);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe("a record that cannot be read is set aside", () => {
  it.each([
    ["neither id", { sessionStartTime: "2025-10-01T04:26:43" }],
    ["blank ids", { ...START, sessionId: " ", conversationId: "" }],
    ["ids of an unknown form", { ...START, sessionId: { a: 1 }, conversationId: "c".repeat(501) }],
  ])("where it has %s", (_, row) => {
    expect(reasonOf(row)).toBe("record: has neither conversationId nor sessionId");
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
