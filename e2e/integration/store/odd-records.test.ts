import { describe, expect, it } from "vitest";
import { readRecord } from "@/lib/kore/client";
import { runDataset } from "@/lib/metrics/run";
import type { Row } from "@/lib/shared/contract";
import { DAY_MS } from "@/lib/shared/instants";
import { parseMetricQuery } from "@/lib/shared/query";
import { removeConversations } from "@/lib/store/conversations/conversations";
import type { Store } from "@/lib/store/engine/engine";
import { countUnread } from "@/lib/store/sync/incomplete";
import { commitWindow, normalizeAll } from "@/lib/sync/run/commit";
import { createOracle } from "../../oracle/oracle";
import { EVERYTHING } from "../support/copy";
import { useStore } from "../support/engines";
import given from "../support/fixtures/odd-records.json";
import { MORE_ODD_RECORDS, type OddRecord } from "../support/more-odd-records";

const READ_AT = Date.parse("2026-11-30T00:00:00Z");
/** Of the records in the file those that hold something that cannot be read. */
const UNREAD_OF_GIVEN: Record<string, string[]> = { "accepted in year 1": ["acceptedTime"] };
const CASES: OddRecord[] = [...given.cases, ...MORE_ODD_RECORDS];

/** Stores one record as the copy does. */
async function write(store: Store, record: OddRecord): Promise<void> {
  const fetched = await normalizeAll([readRecord(JSON.parse(record.text))], 0, { fromAt: 0, toAt: 1000 }, READ_AT);
  await commitWindow(store, [], fetched, null);
}

const rangeOf = ({ day }: OddRecord) => ({ from: day, to: day });

async function summaryOf(store: Store, record: OddRecord): Promise<Row> {
  const query = parseMetricQuery(new URLSearchParams(rangeOf(record)), { timeZone: "UTC", now: READ_AT });
  return (await runDataset(store.db, EVERYTHING, "summary", query)).rows[0] ?? {};
}

/** Takes out all that is stored. */
async function clear(store: Store): Promise<void> {
  const stored = await store.db.selectFrom("rawRecords").select("conversationId").execute();
  await store.db.transaction().execute((transaction) =>
    removeConversations(
      transaction,
      stored.map(({ conversationId }) => conversationId),
    ),
  );
}

describe.each(["DuckDB", "PostgreSQL"] as const)("records with one odd part, each alone in its day, on %s", (name) => {
  const store = useStore(name, async () => {});

  it.each(CASES)("count for what there is: $name", async (record) => {
    const { db } = store();
    await clear(store());
    await write(store(), record);
    const summary = await summaryOf(store(), record);
    expect(summary).toMatchObject(record.want);
    const oracle = createOracle([JSON.parse(record.text)], 0, READ_AT);
    expect(summary).toMatchObject(oracle.dataset("summary", { ...rangeOf(record), timeZone: "UTC" })[0] ?? {});
    const fields = record.unread ?? UNREAD_OF_GIVEN[record.name] ?? [];
    const unread = await db.selectFrom("unreadFields").select("field").orderBy("field").execute();
    expect(unread.map(({ field }) => field)).toEqual(fields);
    for (const field of fields) {
      expect(
        oracle.conversationKeys({ ...rangeOf(record), timeZone: "UTC", filters: { unread: [field] } }),
      ).toHaveLength(1);
    }
    const startAt = Date.parse(record.day);
    const ranges = [undefined, { startAt, endAt: startAt + DAY_MS }, { startAt: startAt - DAY_MS, endAt: startAt }];
    const counts = await Promise.all(ranges.map((range) => countUnread(db, range)));
    expect(counts).toEqual(fields.length > 0 ? [1, 1, 0] : [0, 0, 0]);
  });
});
