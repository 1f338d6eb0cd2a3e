import type { Kysely } from "kysely";
import { rejectParameter } from "@/lib/shared/errors";
import { DEFAULT_THRESHOLD_SECONDS, type ServiceLevelChange, type ServiceLevels } from "@/lib/shared/service-levels";
import { readNames } from "@/lib/store/conversations/names";
import type { Database } from "@/lib/store/schema/schema";
import { raiseDataVersion } from "@/lib/store/sync/data-version";

/** The row that holds for queues without one of their own. */
const ALL_QUEUES = "";

/** The service levels of all queues that entries have come to, by their names. */
export async function readServiceLevels(db: Kysely<Database>): Promise<ServiceLevels> {
  const [rows, names, used] = await Promise.all([
    db.selectFrom("serviceLevels").selectAll().execute(),
    readNames(db, "queue"),
    db.selectFrom("destinations").select("queueId").distinct().where("isEntry", "=", true).execute(),
  ]);
  const levels = new Map(rows.map((row) => [row.queueId, row]));
  const all = levels.get(ALL_QUEUES);
  const queues = used.map(({ queueId }) => {
    const { thresholdSeconds = null, shortAbandonSeconds = null } = levels.get(queueId) ?? {};
    return { queueId, queueName: names.get(queueId) ?? queueId, thresholdSeconds, shortAbandonSeconds };
  });
  return {
    default: {
      thresholdSeconds: all?.thresholdSeconds ?? DEFAULT_THRESHOLD_SECONDS,
      shortAbandonSeconds: all?.shortAbandonSeconds ?? null,
    },
    queues: queues.sort((a, b) => a.queueName.localeCompare(b.queueName, "en")),
  };
}

/**
 * Sets a queue's service level; it holds for the past at once, since nothing of it is stored with the entries.
 * @throws CallboardError `invalid_parameter` for a queue that no entry has come to.
 */
export async function writeServiceLevel(db: Kysely<Database>, change: ServiceLevelChange): Promise<void> {
  const { queueId, ...levels } = change;
  const isKnown =
    queueId === ALL_QUEUES ||
    (await db.selectFrom("destinations").select("queueId").where("queueId", "=", queueId).limit(1).execute()).length >
      0;
  if (!isKnown) {
    rejectParameter("queueId", "“queueId” must be the id of a known queue, or empty for all queues.");
  }
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("serviceLevels")
      .values(change)
      .onConflict((conflict) => conflict.column("queueId").doUpdateSet(levels))
      .execute();
    await raiseDataVersion(transaction);
  });
}
