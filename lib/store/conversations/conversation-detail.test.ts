import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conversationDetailSchema } from "@/lib/shared/conversation";
import { scopeFor } from "@/lib/shared/test-scope";
import type { Store } from "@/lib/store/engine/engine";
import { readContext } from "@/lib/sync/normalize/context";
import { answeredBy, conversation, openStoreWith, queueEntry } from "@/lib/sync/normalize/test-records";
import { readConversation } from "./conversation-detail";

const PHONE = "+1 555 010 9999";
const EMAIL = "jane@example.com";

const RECORD = conversation("c-1", {
  sessionId: "s-1",
  sessionEndTime: "2025-10-01T10:05:00",
  botId: "st-1",
  userId: "u-customer",
  skills: ["Billing"],
  dispositions: ["Resolved"],
  dispositionRemarks: [`Call ${PHONE} back`],
  customerinfo: { CustomerFirstName: "Jane", CustomerLastName: "Doe", CustomerPhone: PHONE, CustomerEmail: EMAIL },
  metaInfo: {
    agentTransferConfig: { lastIntentName: "Pay Bill", dialog_tone: [{ tone_name: "joy", level: 2, count: 1 }] },
  },
  sessionleveltags: [
    { name: "callerNumber", value: PHONE },
    { name: "attempts", value: "1" },
    { name: "attempts", value: "0" },
  ],
  userleveltags: [{ name: "mail", value: EMAIL }],
  destinations: [
    queueEntry("qu-1", {
      queueName: "Sales",
      nonRespondingAgents: [
        { agentId: "u-2", name: "Bob", assignedAt: "2025-10-01T10:00:20", nonResponseEvent: "Ignored" },
        { agentId: "u-3", assignedAt: "2025-10-01T10:00:05" },
      ],
    }),
    queueEntry("qu-2", {
      EnterTime: "2025-10-01T10:00:12",
      ...answeredBy("u-1", {
        name: "Ann",
        email: "ann@example.com",
        interactionDuration: -3,
        agentNotes: [`mail ${EMAIL}`],
      }),
    }),
  ],
});

describe("one conversation", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStoreWith([RECORD, conversation("c-2", { destinations: [queueEntry("qu-9")] })]);
  });
  afterAll(() => store.close());

  const read = (id: string, scope = scopeFor()) =>
    readConversation(store.db, scope, id, { timeZone: "Asia/Kolkata", readContext });
  const masked = () => read("c-1", scopeFor({ canSeePersonalData: false }));

  it("is what the contract says it is, with and without the right to personal data", async () => {
    expect(conversationDetailSchema.safeParse(await read("c-1")).error).toBeUndefined();
    expect(conversationDetailSchema.safeParse(await masked()).error).toBeUndefined();
  });

  it("has its facts, and the record as it came", async () => {
    expect(await read("c-1")).toMatchObject({
      id: "c-1",
      sessionId: "s-1",
      startedAt: "2025-10-01T10:00:00.000Z",
      endedAt: "2025-10-01T10:05:00.000Z",
      durationSeconds: 300,
      timeZone: "Asia/Kolkata",
      lastIntent: "Pay Bill",
      botId: "st-1",
      userId: "u-customer",
      outcome: "answered",
      skills: ["Billing"],
      dispositions: ["Resolved"],
      tones: [{ name: "joy", level: 2, count: 1 }],
      raw: RECORD,
    });
  });

  it("has its destinations in order, each with its own segment and its own missed assignments by their time", async () => {
    const { destinations } = await read("c-1");
    expect(destinations).toMatchObject([
      {
        position: 0,
        queueName: "Sales",
        outcome: "transferred",
        waitSeconds: null,
        segment: null,
        missed: [
          { agentName: "u-3", reason: null, assignedAt: "2025-10-01T10:00:05.000Z" },
          { agentName: "Bob", reason: "Ignored" },
        ],
      },
      { position: 1, queueName: "qu-2", outcome: "answered", enteredAt: "2025-10-01T10:00:12.000Z", missed: [] },
    ]);
    expect(destinations[1]?.segment).toMatchObject({ agentName: "Ann", pickupSeconds: 5, isAnswered: true });
  });

  it("shows a duration that runs backwards as missing", async () => {
    const entry = (await read("c-1")).destinations[1];
    expect([entry?.waitSeconds, entry?.segment?.interactionSeconds]).toEqual([null, null]);
  });

  it("names what of its record could not be read, and says whether older rules read it", async () => {
    expect(await read("c-1")).toMatchObject({ unreadFields: [], isStale: false });
    const odd = { sessionEndTime: "later", destinations: [queueEntry("qu-9", { EnterTime: "soon" })] };
    const other = await openStoreWith([conversation("c-3", odd)]);
    const readOdd = () => readConversation(other.db, scopeFor(), "c-3", { timeZone: "UTC", readContext });
    expect(await readOdd()).toMatchObject({ unreadFields: ["EnterTime", "sessionEndTime"], isStale: false });
    await other.db.updateTable("rawRecords").set({ rulesVersion: 1 }).execute();
    expect(await readOdd()).toMatchObject({ isStale: true });
    await other.close();
  });

  it("shows the customer's data to whoever may see it", async () => {
    const detail = await read("c-1");
    expect(detail).toMatchObject({
      customer: "Jane Doe",
      dispositionRemarks: [`Call ${PHONE} back`],
      tags: {
        session: [
          { name: "attempts", value: "0" },
          { name: "attempts", value: "1" },
          { name: "callerNumber", value: PHONE },
        ],
        user: [{ name: "mail", value: EMAIL }],
      },
    });
    expect(detail.profile).toMatchObject({ CustomerEmail: EMAIL });
    expect(detail.destinations[1]?.segment?.notes).toEqual([`mail ${EMAIL}`]);
  });

  it("hides it from everybody else, in every part, and keeps the rest", async () => {
    const detail = await masked();
    const text = JSON.stringify(detail);
    for (const secret of ["Jane", "Doe", "555", "010 9999", EMAIL]) {
      expect(text).not.toContain(secret);
    }
    expect(detail).toMatchObject({ profile: {}, raw: null, lastIntent: "Pay Bill" });
    expect(detail.tags.session).toMatchObject([{ value: "0" }, { value: "1" }, { name: "callerNumber" }]);
    expect(detail.destinations[1]?.segment).toMatchObject({ agentName: "Ann", agentEmail: "ann@example.com" });
  });

  it("is not found where there is none, nor where the scope does not reach: the two read the same", async () => {
    const errorOf = (id: string, queues: "all" | string[]) =>
      read(id, scopeFor({ queues })).then(
        () => null,
        (error: { code: string; message: string }) => [error.code, error.message],
      );
    const missing = await errorOf("c-0", "all");
    expect(missing?.[0]).toBe("not_found");
    expect(await errorOf("c-1", ["qu-9"])).toEqual(missing);
    expect(await errorOf("c-1", [])).toEqual(missing);
    expect(await errorOf("' or true --", "all")).toEqual(missing);
    expect(await errorOf("c-1", ["qu-2"])).toBeNull();
  });
});
