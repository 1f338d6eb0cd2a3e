import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Kysely } from "kysely";
import type { Database } from "@/lib/store/schema/schema";
import { readSetting } from "@/lib/store/settings/settings";

const LEAST_LENGTH = 32;

const SETTING = "auth.secret";

/** The key that several instances sign sessions with: made by the first, and kept in the database that they share. */
export async function readOrMakeSharedSecret(db: Kysely<Database>): Promise<string> {
  const value = randomBytes(LEAST_LENGTH).toString("base64url");
  await db
    .insertInto("settings")
    .values({ key: SETTING, value })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
  return (await readSetting(db, SETTING)) ?? value;
}

/** The key that signs sessions: the one given, or one made once and kept beside the data. */
export function readOrMakeSecret(given: string | undefined, dataDir: string): string {
  if (given !== undefined) {
    return given;
  }
  const file = join(dataDir, "auth-secret");
  const kept = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  if (kept.length >= LEAST_LENGTH) {
    return kept;
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // Written beside and moved into place: a crash or a full disk leaves no half of a secret.
  const draft = `${file}.${process.pid}`;
  const made = randomBytes(LEAST_LENGTH).toString("base64url");
  writeFileSync(draft, made, { mode: 0o600 });
  renameSync(draft, file);
  return made;
}
