import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { maskText } from "@/lib/shared/mask";
import type { ListQuery } from "@/lib/shared/query";
import { scopeFor } from "@/lib/shared/test-scope";
import type { Store } from "@/lib/store/engine/engine";
import { answeredBy, conversation, missedBy, openStoreWith, queueEntry } from "@/lib/sync/normalize/test-records";
import { countSelection, listConversations } from "./conversation-list";

const RANGE = { from: "", to: "", timeZone: "UTC", startAt: 0, endAt: 8.64e15 };
const ADMINISTRATOR = scopeFor();
const SUPERVISOR = scopeFor({ canSeePersonalData: false });

function queryFor(search: string): ListQuery {
  return { range: RANGE, filters: {}, search, sort: "startedAt", isDescending: true, limit: 100, format: "json" };
}

const RECORDS = [
  conversation("c-Alpha", {
    sessionId: "s-One",
    customerinfo: { CustomerFirstName: "Zoë", CustomerLastName: "Quill", CustomerPhone: "+15550109999" },
    destinations: [
      queueEntry("qu-1", {
        queueName: "Störungsannahme",
        ...missedBy("u-7"),
        ...answeredBy("u-1", { name: "Priya Raman", agentNotes: ["Says 50% off, re: file_3", "ring +15550108888"] }),
      }),
    ],
    dispositions: ["Sale made"],
  }),
  conversation("c-Beta", {
    customerinfo: { CustomerEmail: "quill@example.com" },
    destinations: [queueEntry("qu-2", answeredBy("u-2", { name: "Wei Zhang", agentNotes: ['said "no"\nthen left'] }))],
    sessionleveltags: [{ name: "callerNumber", value: "+15550107777" }],
    userleveltags: [{ name: "tier", value: "Gold" }],
  }),
  conversation("c-Gamma", { sessionStartTime: "2025-10-02T10:00:00" }),
];

describe("a search", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStoreWith(RECORDS);
  });
  afterAll(() => store.close());

  async function found(search: string, scope = ADMINISTRATOR): Promise<string[]> {
    const { items } = await listConversations(store.db, scope, queryFor(search));
    expect(await countSelection(store.db, scope, queryFor(search))).toBe(items.length);
    return items.map(({ id }) => id.slice(2)).sort();
  }

  it.each<[string, string, string[]]>([
    ["a conversation’s id", "c-alph", ["Alpha"]],
    ["a session’s id", "S-ONE", ["Alpha"]],
    ["a customer’s name", "zoë q", ["Alpha"]],
    ["customers by name or by address", "quill", ["Alpha", "Beta"]],
    ["a customer’s number", "0109999", ["Alpha"]],
    ["a queue’s name, in any case", "STÖRUNG", ["Alpha"]],
    ["a queue without a name by its id", "qu-2", ["Beta"]],
    ["a queue by its id where it has a name", "qu-1", []],
    ["an agent’s name", "raman", ["Alpha"]],
    ["an agent who missed it", "u-7", ["Alpha"]],
    ["a note", "says", ["Alpha"]],
    ["a per cent sign as itself", "50% off", ["Alpha"]],
    ["a per cent sign that is not there", "s%off", []],
    ["an underscore as itself", "file_3", ["Alpha"]],
    ["an underscore that is not there", "file_4", []],
    ["a quotation mark within a note", 'said "no"', ["Beta"]],
    ["the brackets that hold the notes", '["', []],
    ["the letter of a line’s end", "ny", []],
    ["a note over its lines", 'no" then', ["Beta"]],
    ["a backslash that is not there", "\\", []],
    ["a tag’s name", "callernumber", ["Beta"]],
    ["a tag’s value", "gold", ["Beta"]],
    ["a disposition", "sale", ["Alpha"]],
    ["what every id has", "c-", ["Alpha", "Beta", "Gamma"]],
    ["nothing", "' or true --", []],
  ])("finds %s", async (_, search, ids) => {
    expect(await found(search)).toEqual(ids);
  });

  it("finds only what the range and the filters leave", async () => {
    const within = (fields: Partial<ListQuery>) =>
      countSelection(store.db, ADMINISTRATOR, { ...queryFor("c-"), ...fields });
    expect(await within({ range: { ...RANGE, startAt: Date.parse("2025-10-02T00:00:00Z") } })).toBe(1);
    expect(await within({ filters: { queue: ["qu-2"] } })).toBe(1);
  });

  it.each([
    ["Zoë"],
    ["quill"],
    ["0109999"],
    ["+1555010"],
    ["quill@example.com"],
    ["example.com"],
    ["5550108888"],
    ["0107777"],
    ["99"],
    ["88"],
  ])("tells who may not see personal data nothing of “%s”", async (search) => {
    expect(await found(search, SUPERVISOR)).toEqual([]);
  });

  it.each([
    ["c-alph", ["Alpha"]],
    ["raman", ["Alpha"]],
    ["störung", ["Alpha"]],
    ["50% off", ["Alpha"]],
    ["gold", ["Beta"]],
    ["callerNumber", ["Beta"]],
    ["sale", ["Alpha"]],
  ])("finds for everybody what is shown to everybody: %s", async (search, ids) => {
    expect(await found(search, SUPERVISOR)).toEqual(ids);
  });

  it("does not reach beyond the queues of the scope", async () => {
    expect(await found("c-", scopeFor({ queues: ["qu-1"] }))).toEqual(["Alpha"]);
  });
});

const plain = (text: string) => text.toLowerCase().replace(/\s/g, " ");

describe("a search of masked notes and tags", () => {
  it("never finds a part of what is hidden, however it is written", async () => {
    const spaces = fc.constantFrom("", " ", "-", "\n", "\u00a0", "\u2009", ") (", ".", "\t");
    const number = fc
      .array(fc.tuple(fc.constantFrom(..."0123456789"), spaces), { minLength: 6, maxLength: 12 })
      .map((parts) => parts.flat().join(""));
    const email = fc.constantFrom("jane.doe@example.com", "x@y.zz", "ü-@host.example");
    const word = fc.constantFrom("call", " ", "12 ", '"', "\\", "about", "\n", "é");
    const text = fc.array(fc.oneof(number, email, word), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(""));
    const sought = (note: string) =>
      fc
        .tuple(fc.nat(note.length), fc.integer({ min: 1, max: 5 }))
        .map(([from, length]) => note.slice(from, from + length).trim());
    const cases = fc.sample(
      text.chain((note) => fc.tuple(fc.constant(note), sought(note))),
      { numRuns: 150, seed: 10 },
    );
    const store = await openStoreWith(
      cases.map(([note], index) =>
        conversation(
          `${index}`.padStart(4, "0").replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)] ?? ""),
          {
            sessionleveltags: [{ name: "t", value: note }],
            destinations: [queueEntry("Q", answeredBy("U", { agentNotes: [note] }))],
          },
        ),
      ),
    );
    try {
      for (const [, search] of cases.filter(([, part]) => part !== "")) {
        const { items } = await listConversations(store.db, SUPERVISOR, { ...queryFor(search), limit: 1000 });
        for (const { id } of items) {
          const index = Number([...id].map((letter) => "ghijklmnop".indexOf(letter)).join(""));
          const visible = `${id} Q U t ${maskText(cases[index]?.[0] ?? "")}`;
          expect(plain(visible), `“${search}”`).toContain(plain(search));
        }
      }
    } finally {
      await store.close();
    }
  });
});
