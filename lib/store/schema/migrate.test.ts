import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CamelCasePlugin, Kysely, Migrator, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { DuckDbDialect } from "@/lib/store/engine/duckdb-dialect";
import { migrate, migrations } from "./migrate";
import type { Database } from "./schema";

const FOLDER = join(import.meta.dirname, "migrations");

describe("migrations", () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));

  it.each(files)("%s imports only Kysely and what lies beside it, since the code around it changes", (file) => {
    const imported = [...readFileSync(join(FOLDER, file), "utf8").matchAll(/(?:from|import) "([^"]+)"/g)];
    expect(imported.map(([, name]) => name).filter((name) => name !== "kysely" && !name?.startsWith("./"))).toEqual([]);
  });

  it.each(Object.keys(migrations).slice(0, -1))(
    "bring a store that holds records from %s to the newest form",
    async (form) => {
      const dialect = new DuckDbDialect({ path: ":memory:", settings: {} });
      const db = new Kysely<Database>({ dialect, plugins: [new CamelCasePlugin()] });
      const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
      expect((await migrator.migrateTo(form)).error).toBeUndefined();
      const required = await sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_name = 'raw_records' and is_nullable = 'NO'`.execute(db);
      const columns = required.rows.map(({ name }) => sql.ref(name));
      await sql`insert into raw_records (${sql.join(columns)})
      values (${sql.join(required.rows.map(({ name }) => (name === "started_at" ? 0 : "{}")))})`.execute(db);
      await migrate(db);
      expect(await db.selectFrom("rawRecords").selectAll().execute()).toMatchObject([
        { conversationId: "{}", startedAt: 0, record: "{}", rulesVersion: 1 },
      ]);
      await db.destroy();
    },
  );
});
