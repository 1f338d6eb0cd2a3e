import { execFile } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** What the production build is made of. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** Among the last files that `next build` writes (BUILD_ID comes before the pages are rendered, which can still fail). */
const BUILT = ".next/export-marker.json";

/** Makes the production build when there is none or a source is newer than it. Throws with the build's last lines. */
export async function ensureBuild(): Promise<void> {
  if (changedAt(BUILT) > Math.max(...SOURCES.map(newestIn))) return;
  console.log("Building Callboard (once)…");
  try {
    await promisify(execFile)(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    throw new Error(`The build failed.\n${lastLines(error)}`);
  }
}

/** The newest change in a file or folder, folders included: a deleted file leaves its mark there alone. 0 if absent. */
function newestIn(path: string): number {
  const changed = changedAt(path);
  if (changed === 0 || !statSync(path).isDirectory()) return changed;
  return Math.max(changed, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function lastLines(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const output = ["stdout", "stderr"].map((name) => String(Reflect.get(error, name) ?? "")).join("\n");
  return output.trim().split("\n").slice(-40).join("\n") || error.message;
}
