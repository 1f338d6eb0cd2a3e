import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openStore } from "./open-store";

declare module "vitest" {
  interface ProvidedContext {
    /** The file of a store without rows, which {@link openTestStore} copies. */
    emptyStore: string;
  }
}

/** Before the unit tests: makes an empty store, by the migrations. */
export default async function makeEmptyStore({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "callboard-empty-"));
  await (await openStore({ dataDir: folder })).close();
  provide("emptyStore", join(folder, "callboard.duckdb"));
  return () => rmSync(folder, { recursive: true });
}
