import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ConversationItem } from "@/lib/shared/conversation";
import { scopeFor } from "@/lib/shared/test-scope";
import type { Store } from "@/lib/store/engine/engine";
import { answeredBy, conversation, openStoreWith, queueEntry } from "@/lib/sync/normalize/test-records";
import { listConversations } from "./conversation-list";
import { queryFor } from "./test-list";

describe("an item of the list", () => {
  let store: Store;
  beforeAll(async () => {
    const destinations = [
      queueEntry("qu-1", { queueName: "Sales", ...answeredBy("u-1", { name: "Ann" }) }),
      queueEntry("qu-2", answeredBy("u-1")),
      queueEntry("qu-1"),
    ];
    const customer = { CustomerFirstName: "Jane", CustomerLastName: "Doe", CustomerPhone: "+15550109999" };
    store = await openStoreWith([
      conversation("named", {
        destinations,
        customerinfo: { ...customer, Direction: "Outbound" },
        dispositions: ["B", "A"],
      }),
      conversation("by-phone", { customerinfo: { CustomerPhone: "+15550109999", CustomerEmail: "jane@example.com" } }),
      conversation("by-mail", { customerinfo: { CustomerEmail: "jane@example.com" } }),
      conversation("unknown", { sessionEndTime: "2025-10-01T09:00:00" }),
    ]);
  });
  afterAll(() => store.close());

  async function itemsFor(canSeePersonalData: boolean): Promise<Map<string, ConversationItem>> {
    const { items } = await listConversations(store.db, scopeFor({ canSeePersonalData }), queryFor());
    return new Map(items.map((item) => [item.id, item]));
  }

  it("names each queue and agent once, by its name or its id", async () => {
    expect((await itemsFor(true)).get("named")).toMatchObject({
      queues: ["Sales", "qu-2"],
      agents: ["Ann"],
      dispositions: expect.arrayContaining(["A", "B"]),
      startedAt: "2025-10-01T10:00:00.000Z",
      outcome: "answered",
      direction: "Outbound",
    });
  });

  it("has no duration where the source's runs backwards", async () => {
    expect((await itemsFor(true)).get("unknown")).toMatchObject({ durationSeconds: null, customer: null });
  });

  it("shows the customer by name, or else by how to reach it", async () => {
    const items = await itemsFor(true);
    expect(["named", "by-phone", "by-mail"].map((id) => items.get(id)?.customer)).toEqual([
      "Jane Doe",
      "+15550109999",
      "jane@example.com",
    ]);
  });

  it("hides the customer from who may not see personal data, and nothing else", async () => {
    const items = await itemsFor(false);
    expect(["named", "by-phone", "by-mail"].map((id) => items.get(id)?.customer)).toEqual(["•••", "••••99", "•••@•••"]);
    expect(items.get("named")).toMatchObject({ queues: ["Sales", "qu-2"], agents: ["Ann"] });
  });
});

describe("the callback that a conversation still has due", () => {
  const asked = (queueId: string, at: string, acceptedAt?: string) =>
    queueEntry(queueId, {
      CallbackOpted: true,
      CallbackOptedTime: `2025-10-01T${at}Z`,
      ...(acceptedAt && { userCallbackAcceptTime: `2025-10-01T${acceptedAt}Z` }),
    });
  const records = [
    conversation("none", { destinations: [queueEntry("sales")] }),
    conversation("done", { destinations: [asked("sales", "10:01:00", "10:09:00")] }),
    conversation("due", { destinations: [asked("sales", "10:02:00"), asked("billing", "10:01:00")] }),
  ];
  const dueIn = async (queues: string[] | "all") => {
    const store = await openStoreWith(records);
    const { items } = await listConversations(store.db, scopeFor({ queues }), queryFor());
    await store.close();
    return Object.fromEntries(items.map(({ id, callbackDue }) => [id, callbackDue]));
  };

  it("is the one that was asked for first and not accepted", async () => {
    expect(await dueIn("all")).toEqual({
      none: null,
      done: null,
      due: { askedAt: "2025-10-01T10:01:00.000Z", queue: "billing" },
    });
  });

  it("is one of a queue that may be seen", async () => {
    expect((await dueIn(["sales"])).due).toEqual({ askedAt: "2025-10-01T10:02:00.000Z", queue: "sales" });
  });
});
