import { readRecord } from "@/lib/kore/client";
import type { Window } from "@/lib/kore/windows";
import type { SyncReply } from "@/lib/shared/contract";
import type { Store } from "@/lib/store/engine";
import { normalize } from "@/lib/sync/normalize";
import { recordsBetween } from "../simulator/centre";
import type { FaultPlan } from "../simulator/fault-plan";
import type { CentreSettings } from "../simulator/settings";
import { isSpoiled, spoil } from "../simulator/spoil";

const FAMILIES = [
  "conversations",
  "rawRecords",
  "destinations",
  "agentSegments",
  "missedAssignments",
  "conversationTags",
  "conversationDispositions",
  "conversationTones",
  "unreadFields",
] as const;

/** A conversation's rows of all families as one text: equal where the rows are, in whatever order they stand. */
export interface Copied {
  startedAt: number;
  text: string;
}

function textOf(families: readonly (readonly object[])[]): string {
  return families.map((rows) => rows.map(canonical).sort().join("\n")).join("\n--\n");
}

/** A row without its nulls, by the names of its columns. */
export function canonical(row: object): string {
  return JSON.stringify(
    Object.entries(row)
      .filter(([, value]) => value !== null && value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** All that the store holds, by conversation. */
export async function readCopied(store: Store): Promise<Map<string, Copied>> {
  const found = new Map<string, { startedAt: number; families: object[][] }>();
  for (const [index, family] of FAMILIES.entries()) {
    for (const row of await store.db.selectFrom(family).selectAll().execute()) {
      const { conversationId, startedAt } = row;
      const known = found.get(conversationId) ?? { startedAt, families: FAMILIES.map(() => []) };
      known.families[index]?.push(row);
      found.set(conversationId, known);
    }
  }
  return new Map([...found].map(([id, { startedAt, families }]) => [id, { startedAt, text: textOf(families) }]));
}

/** The rows that a record of the source should have become. @throws Error where it cannot be read at all. */
export function copiedOf(record: unknown, timeZoneOffset: number): { id: string } & Copied {
  const read = readRecord(record);
  if ("reason" in read) {
    throw new Error(`The truth holds a record that cannot be read: ${read.reason}`);
  }
  const rows = normalize(read, { timeZoneOffset, readAt: Number.POSITIVE_INFINITY });
  if ("reason" in rows) {
    throw new Error(`The truth holds a record that cannot be read: ${rows.reason}`);
  }
  const [conversation] = rows.conversations;
  if (!conversation) {
    throw new Error("A record without a conversation");
  }
  const { conversationId, startedAt } = conversation;
  return { id: conversationId, startedAt, text: textOf(FAMILIES.map((family) => rows[family])) };
}

export interface Truth {
  good: Map<string, Copied>;
  /** The spoiled records as the source sends them, by when they start. */
  spoiled: { raw: string; startedAt: number }[];
}

/** What a copy of the simulated centre's starts in a window should hold, as the source shows them at `nowMs`. */
export function truthOf(
  centre: CentreSettings,
  window: Window,
  nowMs: number,
  offset = 0,
  plan: FaultPlan = {},
): Truth {
  const truth: Truth = { good: new Map(), spoiled: [] };
  for (const record of recordsBetween(centre, window.fromAt, window.toAt, nowMs, offset)) {
    const { id, startedAt, text } = copiedOf(record, offset);
    if (isSpoiled(record, plan)) {
      truth.spoiled.push({ raw: JSON.stringify(spoil(record, plan)), startedAt });
    } else {
      truth.good.set(id, { startedAt, text });
    }
  }
  return truth;
}

/** Whether the status says of an instant that what starts there may be missing. */
export function isStatedMissing(status: SyncReply, instant: number): boolean {
  const isLater = status.dataThrough !== null && instant >= Date.parse(status.dataThrough);
  return isLater || status.gaps.some(({ from, to }) => Date.parse(from) <= instant && instant < Date.parse(to));
}
