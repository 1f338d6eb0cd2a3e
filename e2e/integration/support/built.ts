import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild } from "../../tools/build";
import { NOW } from "../../tools/now";
import { type Options, type Stack, startStack } from "../../tools/stack";

export interface Built extends Stack {
  /** Where it keeps its data. */
  folder: string;
  /** What it has logged. */
  lines: readonly string[];
}

/** The built application, started as `npm start` does, beside a small simulator; `stop` removes its data too. */
export async function startBuilt(options: Partial<Options> = {}): Promise<Built> {
  await ensureBuild();
  const folder = await mkdtemp(join(tmpdir(), "callboard-built-"));
  const lines: string[] = [];
  const stack = await startStack({
    dataDir: folder,
    startsAt: NOW,
    conversationsPerDay: 20,
    historyDays: 1,
    seed: 3,
    requestsPerMinute: 60_000,
    reportTimeZone: "UTC",
    log: (line) => lines.push(line),
    ...options,
  });
  const stop = async () => {
    await stack.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  return { ...stack, folder, lines, stop };
}
