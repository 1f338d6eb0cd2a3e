import { describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/shared/instants";
import type { RejectedRecordRow } from "@/lib/store/schema/schema-sync";
import { countIncomplete } from "@/lib/store/sync/incomplete";
import { countRejectedByReason, readRejected } from "@/lib/store/sync/rejected";
import { RULES_VERSION } from "@/lib/store/sync/rules-version";
import { useStore } from "../support/engines";

const NOON = Date.parse("2026-03-11T12:00:00Z");

/** A record that came in the window between two days from noon. */
const rejected = (name: string, fromDay: number, toDay: number): RejectedRecordRow => ({
  recordHash: name,
  reason: "sessionStartTime: no start",
  record: `{"conversationId":"${name}"}`,
  rejectedAt: NOON,
  fromAt: NOON + fromDay * DAY_MS,
  toAt: NOON + toDay * DAY_MS,
});

describe.each(["DuckDB", "PostgreSQL"] as const)("what a range lacks, on %s", (engine) => {
  const store = useStore(engine, async ({ db }) => {
    const rows = [rejected("a", -2, -1), rejected("b", -1, 0), rejected("c", -1, 0), rejected("d", -7, 0)];
    await db.insertInto("rejectedRecords").values(rows).execute();
    const unread = [
      ["x", "interactionDuration", -1],
      ["x", "csatScore", -1],
      ["y", "csatScore", 0],
    ] as const;
    const fields = unread.map(([conversationId, field, day]) => ({
      conversationId,
      field,
      startedAt: NOON + day * DAY_MS,
    }));
    await db.insertInto("unreadFields").values(fields).execute();
    const records = [
      ["x", -1, 0],
      ["y", 0, RULES_VERSION],
      ["z", 0, 0],
    ] as const;
    const raw = records.map(([conversationId, day, rulesVersion]) => ({
      conversationId,
      startedAt: NOON + day * DAY_MS,
      contentHash: conversationId,
      idHash: 0,
      record: "{}",
      rulesVersion,
    }));
    await db.insertInto("rawRecords").values(raw).execute();
  });
  const setAside = async (fromDay: number, toDay: number) =>
    (await countIncomplete(store().db, { fromAt: NOON + fromDay * DAY_MS, toAt: NOON + toDay * DAY_MS })).setAside;

  it("counts the records that are set aside in every range in which they may have started", async () => {
    expect(await setAside(-2, -1)).toBe(2);
    expect(await setAside(-1, 0)).toBe(3);
    expect(await setAside(-7, -6)).toBe(1);
    expect(await setAside(-8, -7)).toBe(0);
    expect(await setAside(0, 1)).toBe(0);
    expect(await setAside(-30, 1)).toBe(4);
  });

  it("counts conversations with fields that could not be read once each, and those whose rows are of older rules", async () => {
    const { db } = store();
    expect(await countIncomplete(db, { fromAt: NOON - DAY_MS, toAt: NOON })).toMatchObject({ unread: 1, stale: 1 });
    expect(await countIncomplete(db, { fromAt: NOON, toAt: NOON + DAY_MS })).toMatchObject({ unread: 1, stale: 1 });
    expect(await countIncomplete(db, { fromAt: NOON - DAY_MS, toAt: NOON + 1 })).toMatchObject({ unread: 2, stale: 2 });
    expect(await countIncomplete(db, { fromAt: NOON + 1, toAt: NOON + DAY_MS })).toMatchObject({ unread: 0, stale: 0 });
  });

  it("counts records that are set aside by their reason, and reads some of each where they are too many", async () => {
    const { db } = store();
    const other = { ...rejected("e", -30, -29), reason: "record: no id", rejectedAt: NOON - 30 * DAY_MS };
    await db.insertInto("rejectedRecords").values(other).execute();
    expect(await countRejectedByReason(db)).toEqual([
      { reason: "sessionStartTime: no start", records: 4 },
      { reason: "record: no id", records: 1 },
    ]);
    expect((await readRejected(db, 2)).map(({ reason }) => reason)).toEqual([
      "sessionStartTime: no start",
      "record: no id",
    ]);
    expect(await readRejected(db, 100)).toHaveLength(5);
  });
});
