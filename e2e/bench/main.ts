import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Fills one store and measures it, each part in a process of its own: what one leaves in memory would hide another's. */
const PARTS = ["fill", "queries", "beside-copy", "export"];

const folder = mkdtempSync(join(tmpdir(), "callboard-bench-"));
try {
  for (const part of PARTS) {
    const file = join(import.meta.dirname, `${part}.ts`);
    const { status } = spawnSync(process.execPath, ["--import", "tsx", file, folder], { stdio: "inherit" });
    if (status !== 0) {
      throw new Error(`The bench “${part}” failed.`);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
