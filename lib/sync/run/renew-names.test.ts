import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readRecord } from "@/lib/kore/client";
import { removeConversations } from "@/lib/store/conversations/conversations";
import { readNames } from "@/lib/store/conversations/names";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import { answeredBy, conversation, type Fields, missedBy, queueEntry } from "@/lib/sync/normalize/test-records";
import { commitWindow, normalizeAll } from "./commit";
import { renewNames } from "./renew-names";

const DAY = { fromAt: Date.parse("2025-10-01T00:00:00Z"), toAt: Date.parse("2025-10-02T00:00:00Z") };

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

async function read(records: readonly Fields[]): Promise<void> {
  await commitWindow(store, [], await normalizeAll(records.map(readRecord), 0, DAY, DAY.toAt), null);
}

const queue = async () => (await readNames(store.db, "queue")).get("qu-1");
const agent = async () => (await readNames(store.db, "agent")).get("u-1");

/** A conversation of the queue and the agent, with their names on it. */
const named = (id: string, time: string, queueName?: string, name?: string) =>
  conversation(id, {
    sessionStartTime: `2025-10-01T${time}`,
    destinations: [queueEntry("qu-1", { ...(queueName && { queueName }), ...answeredBy("u-1", name ? { name } : {}) })],
  });

describe("a name", () => {
  it("is that of the newest record, whatever comes later", async () => {
    await read([named("new", "11:00:00", "Billing", "Jo"), named("old", "10:00:00", "Bills", "Joe")]);
    await read([named("older", "09:00:00", "B", "J")]);
    expect([await queue(), await agent()]).toEqual(["Billing", "Jo"]);
  });

  it("follows that record where it is read again with another name", async () => {
    await read([named("new", "11:00:00", "Billing", "Jo"), named("old", "10:00:00", "Bills", "Joe")]);
    await read([named("new", "11:00:00", "Accounts", "Ann")]);
    expect([await queue(), await agent()]).toEqual(["Accounts", "Ann"]);
  });

  it("is the next newest where that record has lost it, or its agent and queue", async () => {
    await read([named("new", "11:00:00", "Billing", "Jo"), named("old", "10:00:00", "Bills", "Joe")]);
    await read([named("new", "11:00:00")]);
    expect([await queue(), await agent()]).toEqual(["Bills", "Joe"]);
    await read([named("new", "11:00:00", "Billing", "Jo")]);
    await read([conversation("new", { sessionStartTime: "2025-10-01T11:00:00" })]);
    expect([await queue(), await agent()]).toEqual(["Bills", "Joe"]);
  });

  it("is the next newest where that record turns out to have started earlier", async () => {
    await read([named("new", "11:00:00", "Billing", "Jo"), named("old", "10:00:00", "Bills", "Joe")]);
    await read([named("new", "09:00:00", "Billing", "Jo")]);
    expect([await queue(), await agent()]).toEqual(["Bills", "Joe"]);
  });

  it("is the next newest where that record goes, also one of an agent who missed it, and none where no record gives one", async () => {
    const missed = conversation("old", {
      destinations: [
        queueEntry("qu-1", { queueName: "Bills", nonRespondingAgents: [{ agentId: "u-1", name: "Joe" }] }),
      ],
    });
    await read([named("new", "11:00:00", "Billing", "Jo"), missed]);
    const remove = (conversationId: string) =>
      store.db.transaction().execute(async (transaction) => {
        const names = await removeConversations(transaction, [conversationId]);
        await renewNames(transaction, names, [], { timeZoneOffset: 0, readAt: DAY.toAt });
      });
    await remove("new");
    expect([await queue(), await agent()]).toEqual(["Bills", "Joe"]);
    await remove("old");
    expect([await queue(), await agent()]).toEqual([undefined, undefined]);
  });

  it("of several records of one second is one and the same, in whatever order they come", async () => {
    await read([named("a", "11:00:00", "Alpha"), named("b", "11:00:00", "Beta")]);
    expect(await queue()).toBe("Beta");
    await read([named("b", "11:00:00", "Aardvark")]);
    expect(await queue()).toBe("Alpha");
  });

  it("is found though hundreds of newer records of the queue give none", async () => {
    const silent = Array.from({ length: 350 }, (_, index) => {
      const minute = String(index % 60).padStart(2, "0");
      const hour = String(11 + Math.floor(index / 60)).padStart(2, "0");
      return named(`silent-${index}`, `${hour}:${minute}:00`);
    });
    await read([named("old", "09:00:00", "Bills", "Joe"), ...silent, named("new", "20:00:00", "Billing", "Jo")]);
    await read([conversation("new", { sessionStartTime: "2025-10-01T20:00:00", destinations: [missedBy("u-2")] })]);
    expect([await queue(), await agent()]).toEqual(["Bills", "Joe"]);
  });
});
