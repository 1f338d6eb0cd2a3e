import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const LEAST_LENGTH = 32;

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
