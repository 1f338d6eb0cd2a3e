import { describe, expect, it } from "vitest";
import { countIncomplete } from "@/lib/store/incomplete";
import type { RejectedRecordRow } from "@/lib/store/schema-copying";
import { useStore } from "./engines";

const DAY = 86_400_000;
const NOON = Date.parse("2026-03-11T12:00:00Z");

/** A record that came in the window between two days from noon. */
const rejected = (name: string, fromDay: number, toDay: number): RejectedRecordRow => ({
  recordHash: name,
  reason: "sessionStartTime: no start",
  record: `{"conversationId":"${name}"}`,
  rejectedAt: NOON,
  fromAt: NOON + fromDay * DAY,
  toAt: NOON + toDay * DAY,
});

describe.each(["DuckDB", "PostgreSQL"] as const)("what a range lacks, on %s", (engine) => {
  const store = useStore(engine, async ({ db }) => {
    const rows = [rejected("a", -2, -1), rejected("b", -1, 0), rejected("c", -1, 0), rejected("d", -7, 0)];
    await db.insertInto("rejectedRecords").values(rows).execute();
  });
  const setAside = async (fromDay: number, toDay: number) =>
    (await countIncomplete(store().db, { fromAt: NOON + fromDay * DAY, toAt: NOON + toDay * DAY })).setAside;

  it("counts the records that are set aside in every range in which they may have started", async () => {
    expect(await setAside(-2, -1)).toBe(2);
    expect(await setAside(-1, 0)).toBe(3);
    expect(await setAside(-7, -6)).toBe(1);
    expect(await setAside(-8, -7)).toBe(0);
    expect(await setAside(0, 1)).toBe(0);
    expect(await setAside(-30, 1)).toBe(4);
  });
});
