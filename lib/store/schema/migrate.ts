import { type Kysely, type Migration, Migrator } from "kysely";
import * as conversations from "@/lib/store/schema/migrations/0001-conversations";
import * as copying from "@/lib/store/schema/migrations/0002-copying";
import * as people from "@/lib/store/schema/migrations/0003-people";
import * as keys from "@/lib/store/schema/migrations/0004-keys";
import * as serviceLevels from "@/lib/store/schema/migrations/0005-service-levels";
import * as tokens from "@/lib/store/schema/migrations/0006-tokens";
import * as idHash from "@/lib/store/schema/migrations/0007-id-hash";
import * as tones from "@/lib/store/schema/migrations/0008-tones";
import * as noContext from "@/lib/store/schema/migrations/0009-no-context";
import * as facts from "@/lib/store/schema/migrations/0010-facts";
import * as emptyTexts from "@/lib/store/schema/migrations/0011-empty-texts";
import * as unreadFields from "@/lib/store/schema/migrations/0012-unread-fields";
import * as absentConversations from "@/lib/store/schema/migrations/0013-absent-conversations";
import * as openConversations from "@/lib/store/schema/migrations/0014-open-conversations";
import type { Database } from "./schema";

export const migrations: Record<string, Migration> = {
  "0001-conversations": conversations,
  "0002-copying": copying,
  "0003-people": people,
  "0004-keys": keys,
  "0005-service-levels": serviceLevels,
  "0006-tokens": tokens,
  "0007-id-hash": idHash,
  "0008-tones": tones,
  "0009-no-context": noContext,
  "0010-facts": facts,
  "0011-empty-texts": emptyTexts,
  "0012-unread-fields": unreadFields,
  "0013-absent-conversations": absentConversations,
  "0014-open-conversations": openConversations,
};

/**
 * Brings the tables to their newest form. A new store gets all migrations in one transaction, which is quicker. Else each
 * has a transaction of its own: DuckDB commits none in which a table is altered after its rows were changed.
 * @throws Error naming the migration that failed.
 */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const isNew = (await migrator.getMigrations()).every(({ executedAt }) => executedAt === undefined);
  for (;;) {
    const { error, results } = await (isNew ? migrator.migrateToLatest() : migrator.migrateUp());
    if (error) {
      const failed = results?.find((result) => result.status === "Error")?.migrationName ?? "unknown";
      throw new Error(`The store could not be brought to its newest form (migration ${failed}).`, { cause: error });
    }
    if (!results || results.length === 0) {
      return;
    }
  }
}
