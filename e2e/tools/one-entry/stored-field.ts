import { expect } from "vitest";
import { RULES_VERSION } from "@/lib/store/sync/rules-version";
import type { Thing } from "./thing";

/** The language that a conversation was held in. */
export const STORED_FIELD: Thing = {
  name: "field of Kore.ai’s, stored",
  places: [
    { file: "lib/kore/schema.ts", after: "botId: text,", insert: "  language: text," },
    { file: "lib/store/schema/schema.ts", after: "botId: string | null;", insert: "  language: string | null;" },
    {
      file: "lib/store/schema/migrations/9999-language.ts",
      create: `import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("conversations").addColumn("language", "varchar").execute();
}
`,
    },
    {
      file: "lib/store/schema/migrate.ts",
      after: 'import * as openConversations from "@/lib/store/schema/migrations/0014-open-conversations";',
      insert: 'import * as language from "@/lib/store/schema/migrations/9999-language";',
    },
    {
      file: "lib/store/schema/migrate.ts",
      after: '"0014-open-conversations": openConversations,',
      insert: '  "9999-language": language,',
    },
    {
      file: "lib/sync/normalize/normalize.ts",
      after: "botId: record.botId,",
      insert: "    language: record.language,",
    },
    {
      file: "lib/store/sync/rules-version.ts",
      line: `export const RULES_VERSION = ${RULES_VERSION};`,
      replacement: `export const RULES_VERSION = ${RULES_VERSION + 1};`,
    },
  ],
  script: `
    import { openStore } from "@/lib/store/engine/open-store";
    import { RULES_VERSION } from "@/lib/store/sync/rules-version";
    import { conversation, writeRecords } from "@/lib/sync/normalize/test-records";

    const store = await openStore({ dataDir: null, memoryLimit: "256MB" });
    await writeRecords(store, [conversation("german", { language: "de" }), conversation("unknown")]);
    const rows = await store.db.selectFrom("conversations").select(["conversationId", "language"]).orderBy("conversationId").execute();
    export default { rows, version: RULES_VERSION };`,
  sees: (found) =>
    expect(found).toEqual({
      rows: [
        { conversationId: "german", language: "de" },
        { conversationId: "unknown", language: null },
      ],
      version: RULES_VERSION + 1,
    }),
};
