import type { Store } from "@/lib/store/engine/engine";
import type { Database } from "@/lib/store/schema/schema";
import { readWindows } from "@/lib/store/sync/ledger";
import { merge } from "@/lib/sync/plan/ledger";
import { canonical } from "./truth";

const TABLES = [
  "conversations",
  "rawRecords",
  "destinations",
  "agentSegments",
  "missedAssignments",
  "conversationTags",
  "conversationDispositions",
  "conversationTones",
  "unreadFields",
  "names",
  "rejectedRecords",
] as const satisfies (keyof Database)[];
/** When a window was read, and in what pieces the history was, is no part of what the copy holds. */
const OF_THE_READING = { rejectedRecords: ["rejectedAt", "fromAt", "toAt"] } as Record<string, string[]>;

/** All that a finished store holds, each table in one order: equal for equal copies on whatever engine. */
export async function contentsOf(store: Store): Promise<Record<string, string[]>> {
  const contents: Record<string, string[]> = {};
  for (const table of TABLES) {
    const without = OF_THE_READING[table] ?? [];
    const rows: object[] = await store.db.selectFrom(table).selectAll().execute();
    contents[table] = rows
      .map((row) => canonical(Object.fromEntries(Object.entries(row).filter(([name]) => !without.includes(name)))))
      .sort();
  }
  const windows = await readWindows(store.db);
  contents.states = [...new Set(windows.map(({ state }) => state))];
  contents.covered = merge(windows).map((window) => JSON.stringify(window));
  return contents;
}
