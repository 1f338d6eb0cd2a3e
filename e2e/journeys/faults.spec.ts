import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { healthReplySchema, syncReplySchema } from "../../lib/shared/contract";
import { DEFAULT_CREDENTIALS } from "../simulator/credentials";
import { ACCOUNTS } from "../tools/accounts";
import { NOW } from "../tools/now";
import { freePort } from "../tools/ports";
import { signIn } from "../tools/session";
import { type Options, type Stack, startStack } from "../tools/stack";
import { waitFor } from "../tools/wait";
import { expect, test } from "./support/fixtures";
import { heading, openPage, untilAlive } from "./support/open-page";
import { fillSignIn } from "./support/sign-in";

const WRONG_SECRET = "a-secret-that-is-wrong-and-must-not-be-shown-anywhere";
const SECRETS = [WRONG_SECRET, DEFAULT_CREDENTIALS.clientSecret, ACCOUNTS.administrator.password];

/** What is set wrong, and what the sync's last error says of it. */
const BROKEN_COPIES: { what: string; says: RegExp; options: () => Promise<Partial<Options>> }[] = [
  {
    what: "a wrong client secret",
    says: /KORE_CLIENT_SECRET/,
    options: async () => ({ env: { KORE_CLIENT_SECRET: WRONG_SECRET } }),
  },
  {
    what: "an unreachable host",
    says: /could not be reached.*KORE_HOST/,
    options: async () => ({ env: { KORE_HOST: `http://127.0.0.1:${await freePort()}` } }),
  },
  {
    what: "an unknown stream",
    says: /KORE_STREAM_ID/,
    options: async () => ({ env: { KORE_STREAM_ID: "st-nobody" } }),
  },
  {
    what: "an app without the scope",
    says: /scope “SmartAssist Analytics”/,
    options: async () => ({ simulator: { scopeGranted: false } }),
  },
];

/** A value that stops the start: how the one line begins that says so. */
const REFUSED_VALUES: { what: string; env: Record<string, string>; says: RegExp }[] = [
  { what: "no client secret", env: { KORE_CLIENT_SECRET: "" }, says: /^KORE_CLIENT_SECRET is missing: it should be / },
  { what: "no host", env: { KORE_HOST: "" }, says: /^KORE_HOST is missing: it should be / },
  {
    what: "an unknown time zone",
    env: { REPORT_TIME_ZONE: "Mars/Olympus" },
    says: /^REPORT_TIME_ZONE should be an IANA/,
  },
  {
    what: "a host without TLS",
    env: { KORE_HOST: "http://kore.example" },
    says: /^KORE_HOST should begin with https:/,
  },
];

test.use({ role: null });

let dataDir = "";
let stack: Stack | undefined;
let output: string[] = [];

async function start(options: Partial<Options>): Promise<Stack> {
  output = [];
  dataDir = await mkdtemp(join(tmpdir(), "callboard-fault-"));
  stack = await startStack({
    dataDir,
    startsAt: NOW,
    conversationsPerDay: 10,
    historyDays: 1,
    seed: 1,
    requestsPerMinute: 6_000,
    reportTimeZone: "Asia/Kolkata",
    log: (line) => output.push(line),
    ...options,
  });
  return stack;
}

test.afterEach(async ({ context }) => {
  // An open page would take the end of its server for a fault.
  await context.close();
  await stack?.stop();
  stack = undefined;
  await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
});

for (const { what, says, options } of BROKEN_COPIES) {
  test(`${what}: the sync fails and says where to look, the rest goes on`, async ({ page }) => {
    const { appUrl } = await start(await options());
    const administrator = await signIn(appUrl, ACCOUNTS.administrator);
    const sync = await waitFor("the sync to fail", 20, async () => {
      const status = syncReplySchema.parse(await administrator.get("/api/sync"));
      return status.state === "failing" ? status : undefined;
    });
    expect(sync).toMatchObject({ complete: false, dataThrough: null, lastError: expect.stringMatching(says) });
    const health = await page.request.get(`${appUrl}/api/health`);
    expect(health.status()).toBe(200);
    expect(healthReplySchema.parse(await health.json())).toEqual({
      status: "degraded",
      store: "ok",
      sync: { state: "failing", dataThrough: null },
    });

    await openPage(page, `${appUrl}/sign-in`);
    await fillSignIn(page, ACCOUNTS.administrator);
    await expect(heading(page, "Overview")).toBeVisible();
    await untilAlive(page);
    await expect(page.getByRole("banner")).toContainText("Sync is failing, nothing copied yet");
    await expect(page.getByRole("banner")).toContainText(says);
    await expect(page.getByRole("main")).toContainText("This range is not fully synced yet.");
    const overview = await page.content();
    await page.getByRole("link", { name: "Conversations", exact: true }).click();
    await expect(heading(page, "Conversations")).toBeVisible();
    await expect(page.getByRole("banner")).toContainText("Sync is failing");
    await page.getByRole("link", { name: "Settings", exact: true }).click();
    await page.getByRole("button", { name: "Test the connection" }).click();
    await expect(page.getByRole("status").filter({ hasText: says })).toBeVisible();
    const shown = [...output, JSON.stringify(sync), await health.text(), overview, await page.content()].join("\n");
    for (const secret of SECRETS) expect(shown).not.toContain(secret);
  });
}

for (const { what, env, says } of REFUSED_VALUES) {
  test(`${what}: the start stops with one line that names the value`, async () => {
    const failure = await start({ env }).then(
      () => "it started",
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    expect(failure).toMatch(/^The application ended \(exit code [1-9]\d*\)\./);
    const name = Object.keys(env)[0] ?? "";
    const lines = output.filter((line) => line.includes(name));
    expect(lines).toEqual([expect.stringMatching(says)]);
    expect(
      output.filter((line) => /^\s+at /.test(line)),
      "frames of a stack",
    ).toEqual([]);
    for (const value of Object.values(env).filter(Boolean)) expect(output.join("\n")).not.toContain(value);
  });
}
