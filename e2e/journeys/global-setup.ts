import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { syncReplySchema } from "../../lib/shared/contract";
import { ACCOUNTS } from "../tools/accounts";
import { ensureBuild } from "../tools/build";
import { findChromium } from "../tools/chromium";
import { addSupervisor, signIn } from "../tools/session";
import { type Stack, startStack } from "../tools/stack";
import { waitFor } from "../tools/wait";

/** Gives the journeys a browser and, unless BASE_URL names one, a Callboard that has copied its whole history. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  process.env.CHROMIUM_PATH = (await findChromium()).executablePath;
  if (process.env.BASE_URL) return undefined;
  await ensureBuild();
  const dataDir = await mkdtemp(join(tmpdir(), "callboard-journeys-"));
  let stack: Stack | undefined;
  const tearDown = async () => {
    await stack?.stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
  };
  // Playwright itself tears down on Ctrl-C only.
  for (const signal of ["SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => void tearDown().finally(() => process.exit(1)));
  }
  try {
    stack = await startStack({
      dataDir,
      conversationsPerDay: 200,
      historyDays: 30,
      seed: 1,
      requestsPerMinute: 6_000,
      reportTimeZone: "Asia/Kolkata",
      log: () => {},
    });
    await prepare(stack.appUrl);
    process.env.BASE_URL = stack.appUrl;
    return tearDown;
  } catch (error) {
    await tearDown();
    throw error;
  }
}

async function prepare(appUrl: string): Promise<void> {
  const administrator = await signIn(appUrl, ACCOUNTS.administrator);
  await addSupervisor(administrator);
  await waitFor("the whole history to be copied", 120, async () => {
    const sync = syncReplySchema.parse(await administrator.get("/api/sync"));
    if (sync.complete) return sync;
    throw new Error(JSON.stringify(sync));
  });
}
