import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "@/lib/store/engine/engine";
import { type Fields, openStoreWith } from "@/lib/sync/normalize/test-records";
import { recordsBetween } from "../../simulator/centre";
import type { CentreSettings } from "../../simulator/settings";
import { readCopied, truthOf } from "./truth";

const NOW = Date.parse("2026-03-11T10:20:30Z");
const WINDOW = { fromAt: NOW - 86_400_000, toAt: NOW };
const CENTRE: CentreSettings = { seed: 11, conversationsPerDay: 300, homeZone: "America/New_York", lateShare: 0.05 };

describe("the truth that copies are compared with", () => {
  let store: Store;
  beforeAll(async () => {
    const records = recordsBetween(CENTRE, WINDOW.fromAt, WINDOW.toAt, NOW, 0);
    store = await openStoreWith(records.map((record): Fields => ({ ...record })));
  });
  afterAll(() => store.close());

  it("is what a right copy holds", async () => {
    const truth = truthOf(CENTRE, WINDOW, NOW).good;
    expect(truth.size).toBeGreaterThan(200);
    expect(await readCopied(store)).toEqual(truth);
  });

  it.each([
    ["an outcome", "update conversations set outcome = 'unanswered' where outcome = 'answered'"],
    ["the end", "update conversations set ended_at = ended_at + 1000"],
    ["a wait", "update destinations set wait_seconds = wait_seconds + 1"],
    ["the queue of an entry", "update destinations set queue_id = '' where is_entry"],
    ["what rows have of their conversation", "update agent_segments set channel = 'none'"],
    ["an interaction", "update agent_segments set interaction_seconds = null"],
    ["what an agent missed", "delete from missed_assignments"],
    ["a tag", "update conversation_tags set value = 'none'"],
    ["a disposition", "delete from conversation_dispositions"],
    ["a tone", "update conversation_tones set level = level + 1"],
    ["what the source sent", "update raw_records set record = '{}'"],
  ])("is not what a copy holds that has %s wrong", async (_, change) => {
    const right = await readCopied(store);
    const undone = new Error("undone");
    const changed = store.db.transaction().execute(async (transaction) => {
      await sql.raw(change).execute(transaction);
      const wrong = await readCopied({ ...store, db: transaction });
      expect(wrong).not.toEqual(right);
      throw undone;
    });
    await expect(changed).rejects.toBe(undone);
  });
});
