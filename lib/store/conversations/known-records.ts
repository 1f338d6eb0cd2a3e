import { type Kysely, sql } from "kysely";
import { idHashOf, inIds, inNumbers } from "@/lib/store/engine/ids";
import type { Database, RawRecordRow } from "@/lib/store/schema/schema";

/** Records that are stored already, by id, and the span of their starts, to which a look for their rows can be kept. */
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
