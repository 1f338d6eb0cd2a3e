import { type Kysely, type RawBuilder, sql } from "kysely";
import { DAY_MS } from "@/lib/shared/instants";
import type { Store } from "@/lib/store/engine/engine";
import { idHashOf, inIds, inNumbers } from "@/lib/store/engine/ids";
import type { ConversationRows, Database, NameRow, RawRecordRow } from "@/lib/store/schema/schema";
import { keepNewestNames, readNamesSince } from "./names";

/** The families of a conversation's own rows; names are shared and kept apart (names.ts). */
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

/** What a change of stored conversations did. */
export interface Changed {
  /** What was new or changed. */
  written: readonly ConversationRows[];
  /** How many were there already. */
  known: number;
  /** Names that stood on records which have changed or gone: another record's may be the newest now. */
  namesToRenew: NameRow[];
}

/**
 * Writes conversations by key: a changed one replaces its old rows whole, an unchanged one writes nothing, so that
 * writing twice changes nothing. One that was absent is so no longer. Runs in the caller's transaction.
 */
export async function replaceConversations(
  store: Store,
  transaction: Kysely<Database>,
  conversations: readonly ConversationRows[],
): Promise<Changed> {
  const keys = conversations.flatMap((rows) => rows.rawRecords.map((raw) => raw.conversationId));
  if (keys.length === 0) {
    return { written: [], known: 0, namesToRenew: [] };
  }
  const { hashes, starts, firstAt, lastAt } = await readKnownRecords(transaction, keys);
  const changed = conversations.filter((rows) =>
    rows.rawRecords.some((raw) => hashes.get(raw.conversationId) !== raw.contentHash),
  );
  const replaced = changed
    .flatMap((rows) => rows.rawRecords.map((raw) => raw.conversationId))
    .filter((key) => hashes.has(key));
  const namesToRenew = await readNamesSince(
    transaction,
    replaced.flatMap((key) => starts.get(key) ?? []),
  );
  await deleteWithin(transaction, replaced, { firstAt, lastAt });
  for (const family of FAMILIES) {
    const rows = changed.flatMap((conversation): Database[typeof family][] => conversation[family]);
    await store.insertRows(transaction, family, rows);
  }
  await transaction
    .deleteFrom("absentConversations")
    .where(inIds(sql.ref("conversationId"), keys))
    .execute();
  await keepNewestNames(
    transaction,
    changed.flatMap((rows) => rows.names),
  );
  return { written: changed, known: hashes.size, namesToRenew };
}

/**
 * Takes conversations out of the store, with all rows of theirs. Runs in the caller's transaction.
 * @returns the names that stood on their records.
 */
export async function removeConversations(transaction: Kysely<Database>, ids: readonly string[]): Promise<NameRow[]> {
  if (ids.length === 0) {
    return [];
  }
  const { hashes, starts, ...span } = await readKnownRecords(transaction, ids);
  const namesToRenew = await readNamesSince(transaction, [...starts.values()]);
  await deleteWithin(transaction, [...hashes.keys()], span);
  return namesToRenew;
}

async function deleteWithin(
  transaction: Kysely<Database>,
  ids: readonly string[],
  { firstAt, lastAt }: Pick<KnownRecords, "firstAt" | "lastAt">,
): Promise<void> {
  if (ids.length === 0) {
    return;
  }
  for (const family of FAMILIES) {
    await transaction
      .deleteFrom(family)
      .where("startedAt", ">=", firstAt)
      .where("startedAt", "<=", lastAt)
      .where(inIds(sql.ref("conversationId"), ids))
      .execute();
  }
}

const LEARNT_DAYS = 35;

/** Conversations by hour (hours since 1970) over the last five weeks that there are, oldest first. */
export async function readHourCounts(db: Kysely<Database>): Promise<{ hour: number; conversations: number }[]> {
  const query: RawBuilder<{ hour: number; conversations: number }> = sql`
    select cast(floor(started_at / 3600000.0) as bigint) as hour, count(*) as conversations
    from conversations
    where started_at > (select max(started_at) from conversations) - ${LEARNT_DAYS * DAY_MS}
    group by 1 order by 1`;
  return (await query.execute(db)).rows;
}

/** Records that are stored already, by id, and the span of their starts, to which a search for their rows can be limited. */
export interface KnownRecords {
  hashes: Map<string, string>;
  firstAt: number;
  lastAt: number;
  /** The start of each, by id. */
  starts: Map<string, number>;
}

/**
 * Which of these ids are stored, and with what content. Two steps, since texts of a million rows take long to read: the
 * whole numbers made of the ids say when those that are known started, and only what started then is compared.
 */
export async function readKnownRecords(transaction: Kysely<Database>, ids: readonly string[]): Promise<KnownRecords> {
  const span = await transaction
    .selectFrom("rawRecords")
    .select(({ fn }) => [
      fn.min<number | null>("startedAt").as("firstAt"),
      fn.max<number | null>("startedAt").as("lastAt"),
    ])
    .where(inNumbers(sql.ref("idHash"), ids.map(idHashOf)))
    .executeTakeFirst();
  const { firstAt, lastAt } = { firstAt: span?.firstAt ?? null, lastAt: span?.lastAt ?? null };
  if (firstAt === null || lastAt === null) {
    return { hashes: new Map(), starts: new Map(), firstAt: 0, lastAt: 0 };
  }
  const known: Pick<RawRecordRow, "conversationId" | "startedAt" | "contentHash">[] = await transaction
    .selectFrom("rawRecords")
    .select(["conversationId", "startedAt", "contentHash"])
    .where("startedAt", ">=", firstAt)
    .where("startedAt", "<=", lastAt)
    .where(inIds(sql.ref("conversationId"), ids))
    .execute();
  const hashes = new Map(known.map((row) => [row.conversationId, row.contentHash]));
  return { hashes, starts: new Map(known.map((row) => [row.conversationId, row.startedAt])), firstAt, lastAt };
}
