import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { request } from "@playwright/test";
import { syncReplySchema } from "../../../lib/shared/contract";
import { ACCOUNTS, type Account } from "../../tools/accounts";
import { ensureBuild } from "../../tools/build";
import { findChromium } from "../../tools/chromium";
import { NOW } from "../../tools/now";
import { addSupervisor, signIn } from "../../tools/session";
import { type Stack, startStack } from "../../tools/stack";
import { waitFor } from "../../tools/wait";

/** Gives the journeys a browser, a Callboard that has copied its whole history unless BASE_URL names one, and sessions. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  process.env.CHROMIUM_PATH = (await findChromium()).executablePath;
  if (process.env.BASE_URL) {
    await keepSessions(process.env.BASE_URL);
    return undefined;
  }
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
      startsAt: NOW,
      // A centre whose clock stands still: no number changes between two looks at it.
      simulator: { now: () => NOW },
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
  await keepSessions(appUrl);
  await waitFor("the whole history to be copied", 120, async () => {
    const sync = syncReplySchema.parse(await administrator.get("/api/sync"));
    if (sync.complete) return sync;
    throw new Error(JSON.stringify(sync));
  });
}

/** Signs each role in once, for all tests: a worker that did it would be stopped by the limit after a few failures. */
async function keepSessions(appUrl: string): Promise<void> {
  const { administrator, supervisor } = ACCOUNTS;
  const sessions = {
    administrator: await cookiesOf(appUrl, administrator),
    supervisor: await cookiesOf(appUrl, supervisor),
  };
  process.env.SESSIONS = JSON.stringify(sessions);
}

async function cookiesOf(appUrl: string, { email, password }: Account) {
  const visitor = await request.newContext({ baseURL: appUrl });
  const reply = await visitor.post("/api/auth/sign-in/email", { data: { email, password } });
  if (!reply.ok()) throw new Error(`${email} could not sign in: ${reply.status()} ${await reply.text()}`);
  const cookies = await visitor.storageState();
  await visitor.dispose();
  return cookies;
}
