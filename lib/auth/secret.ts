import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The key that signs sessions: the one given, or one made once and kept beside the data. */
export function readOrMakeSecret(given: string | undefined, dataDir: string): string {
  if (given !== undefined) {
    return given;
  }
  const file = join(dataDir, "auth-secret");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    // "wx" makes it once, even when two processes start at the same time.
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) {
      throw error;
    }
  }
  return readFileSync(file, "utf8").trim();
}
