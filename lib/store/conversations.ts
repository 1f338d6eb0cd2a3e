import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Store } from "./engine";
import { inIds } from "./ids";
import { type KnownRecords, readKnownRecords } from "./known-records";
import type { ConversationRows, Database, NameRow } from "./schema";

/** The families of a conversation's own rows; names are shared and only grow. */
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

/**
 * Writes conversations by key: a changed one replaces its old rows whole, an unchanged one writes nothing, so that
 * writing twice changes nothing. Runs in the caller's transaction. @returns how many were new or changed, and how many
 * were there already.
 */
export async function replaceConversations(
  store: Store,
  transaction: Kysely<Database>,
  conversations: readonly ConversationRows[],
): Promise<{ written: number; known: number }> {
  const keys = conversations.flatMap((rows) => rows.rawRecords.map((raw) => raw.conversationId));
  if (keys.length === 0) {
    return { written: 0, known: 0 };
  }
  const { hashes, firstAt, lastAt } = await readKnownRecords(transaction, keys);
  const changed = conversations.filter((rows) =>
    rows.rawRecords.some((raw) => hashes.get(raw.conversationId) !== raw.contentHash),
  );
  const replaced = changed
    .flatMap((rows) => rows.rawRecords.map((raw) => raw.conversationId))
    .filter((key) => hashes.has(key));
  await deleteWithin(transaction, replaced, { firstAt, lastAt });
  for (const family of FAMILIES) {
    const rows = changed.flatMap((conversation): Database[typeof family][] => conversation[family]);
    await store.insertRows(transaction, family, rows);
  }
  await keepNewestNames(
    transaction,
    changed.flatMap((rows) => rows.names),
  );
  return { written: changed.length, known: hashes.size };
}

/** Takes conversations out of the store, with all rows of theirs. Runs in the caller's transaction. */
export async function removeConversations(transaction: Kysely<Database>, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) {
    const { hashes, ...span } = await readKnownRecords(transaction, ids);
    await deleteWithin(transaction, [...hashes.keys()], span);
  }
}

async function deleteWithin(
  transaction: Kysely<Database>,
  ids: readonly string[],
  { firstAt, lastAt }: Pick<KnownRecords, "firstAt" | "lastAt">,
): Promise<void> {
  for (const family of ids.length > 0 ? FAMILIES : []) {
    await transaction
      .deleteFrom(family)
      .where("startedAt", ">=", firstAt)
      .where("startedAt", "<=", lastAt)
      .where(inIds(sql.ref("conversationId"), ids))
      .execute();
  }
}

/** A queue or an agent goes by the name on the record that started last (METRICS, FACTS); ties by the name itself. */
async function keepNewestNames(transaction: Kysely<Database>, names: readonly NameRow[]): Promise<void> {
  const newest = new Map<string, NameRow>();
  for (const row of names) {
    const key = `${row.kind}|${row.id}`;
    const other = newest.get(key);
    if (!other || row.namedAt > other.namedAt || (row.namedAt === other.namedAt && row.name > other.name)) {
      newest.set(key, row);
    }
  }
  if (newest.size === 0) {
    return;
  }
  await transaction
    .insertInto("names")
    .values([...newest.values()])
    .onConflict((conflict) =>
      conflict
        .columns(["kind", "id"])
        .doUpdateSet((row) => ({ name: row.ref("excluded.name"), namedAt: row.ref("excluded.namedAt") }))
        .where(({ and, eb, or, ref }) =>
          or([
            eb("excluded.namedAt", ">", ref("names.namedAt")),
            and([eb("excluded.namedAt", "=", ref("names.namedAt")), eb("excluded.name", ">", ref("names.name"))]),
          ]),
        ),
    )
    .execute();
}

const LEARNT_DAYS = 35;

/** Conversations by hour (hours since 1970) over the last five weeks that there are, oldest first. */
export async function readHourCounts(db: Kysely<Database>): Promise<{ hour: number; conversations: number }[]> {
  const query: RawBuilder<{ hour: number; conversations: number }> = sql`
    select cast(floor(started_at / 3600000.0) as bigint) as hour, count(*) as conversations
    from conversations
    where started_at > (select max(started_at) from conversations) - ${LEARNT_DAYS * 86_400_000}
    group by 1 order by 1`;
  return (await query.execute(db)).rows;
}
