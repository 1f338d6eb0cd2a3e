import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FILTER_IDS } from "@/lib/shared/filters";
import { scopeFor } from "@/lib/shared/test-scope";
import type { Store } from "@/lib/store/engine/engine";
import { answeredBy, conversation, missedBy, openStoreWith, queueEntry } from "@/lib/sync/normalize/test-records";
import { readOptions } from "./options";

const PHONE = "+15550109999";

describe("the values of the filter menus", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStoreWith([
      conversation("c-1", {
        destinations: [
          queueEntry("qu-1", { queueName: "Sales", ...answeredBy("u-1", { name: "Zoe" }), ...missedBy("u-2") }),
          { destinationType: "AgentSegment", agentId: "u-3", name: "Ann" },
        ],
        dispositions: ["Resolved"],
        sessionleveltags: [{ name: "callerNumber", value: PHONE }],
      }),
      conversation("c-2", { channel: "Telegram ", finalStatus: "", destinations: [queueEntry("qu-2")] }),
      conversation("c-3", { customerinfo: null, disconnectingEvent: null }),
    ]);
  });
  afterAll(() => store.close());

  const labels = (options: { label: string }[]) => options.map(({ label }) => label);

  it("are all that the conversations have had, in the order of their labels", async () => {
    const options = await readOptions(store.db, scopeFor());
    expect(labels(options.channel)).toEqual(["Telegram", "Voice"]);
    expect(labels(options.status)).toEqual(["CLOSED", "Not given"]);
    expect(labels(options.event)).toEqual(["Not given", "System Hangup"]);
    expect(labels(options.direction)).toEqual(["Inbound", "Not given"]);
    expect(labels(options.disposition)).toEqual(["Not given", "Resolved"]);
    expect(Object.keys(options)).toEqual([...FILTER_IDS]);
  });

  it("name queues and agents, by their ids where there is no name, also agents who only missed", async () => {
    const { queue, agent } = await readOptions(store.db, scopeFor());
    expect(queue).toEqual([
      { value: "qu-2", label: "qu-2" },
      { value: "qu-1", label: "Sales" },
    ]);
    expect(agent).toEqual([
      { value: "u-3", label: "Ann" },
      { value: "u-2", label: "u-2" },
      { value: "u-1", label: "Zoe" },
    ]);
  });

  it("offer every outcome, though none is there yet", async () => {
    const { outcome } = await readOptions(store.db, scopeFor({ queues: [] }));
    expect(labels(outcome)).toEqual(["Answered", "Contained by bot", "Abandoned", "Unanswered", "Open"]);
  });

  it("are only those of the scope's queues", async () => {
    const options = await readOptions(store.db, scopeFor({ queues: ["qu-2"] }));
    expect(options).toMatchObject({ agent: [], tag: [] });
    expect(labels(options.queue)).toEqual(["qu-2"]);
    expect(labels(options.channel)).toEqual(["Telegram"]);
    expect(labels(options.disposition)).toEqual(["Not given"]);
  });

  it("are none for a scope without a queue", async () => {
    const { outcome, firstQueue, weekday, hour, wait, ...others } = await readOptions(
      store.db,
      scopeFor({ queues: [] }),
    );
    expect([outcome.length, firstQueue.length, weekday.length, hour.length, wait.length]).toEqual([5, 1, 7, 24, 9]);
    expect(Object.values(others).flat()).toEqual([]);
  });

  it("name tags without their values, which may be a customer's", async () => {
    const options = await readOptions(store.db, scopeFor({ canSeePersonalData: false }));
    expect(labels(options.tag)).toEqual(["callerNumber"]);
    expect(JSON.stringify(options)).not.toContain(PHONE);
  });
});
