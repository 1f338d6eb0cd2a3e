import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { chromium } from "playwright";
import { ACCOUNTS } from "./tools/accounts";
import { addSupervisor, signIn } from "./tools/session";
import { startStack } from "./tools/stack";
import { waitFor } from "./tools/wait";

const dataDir = await mkdtemp("/tmp/api-look-");
const startedAt = Date.now();
const stack = await startStack({
  appPort: 4131,
  simulatorPort: 4132,
  dataDir,
  conversationsPerDay: 300,
  historyDays: 20,
  seed: 1,
  requestsPerMinute: 6000,
  reportTimeZone: "Asia/Kolkata",
  simulator: { now: () => startedAt },
  log: (l) => console.log("APP", l.slice(0, 300)),
});
const sh = (c: string) => {
  try {
    return execFileSync("bash", ["-c", c], { encoding: "utf8", timeout: 60000 }).slice(0, 1500);
  } catch (e) {
    return `FAILED ${(e as { status: number }).status} ${(e as { stdout: string }).stdout?.slice(0, 500)}`;
  }
};
try {
  const admin = await signIn(stack.appUrl, ACCOUNTS.administrator);
  await addSupervisor(admin);
  await waitFor(
    "copy",
    120,
    async () => ((await admin.get("/api/sync")) as { complete: boolean }).complete || undefined,
  );
  const { token } = (await (await admin.post("/api/tokens", { name: "look" })).json()) as { token: string };
  const H = `-H "Authorization: Bearer ${token}"`;
  const u = stack.appUrl;
  console.log("etag", sh(`curl -s -D - -o /dev/null ${H} ${u}/api/metrics/summary`));
  console.log(
    "304",
    sh(
      `E=$(curl -s -D - -o /dev/null ${H} ${u}/api/metrics/summary | grep -i '^etag' | cut -d' ' -f2- | tr -d '\\r'); curl -s -D - ${H} -H "If-None-Match: $E" ${u}/api/metrics/summary`,
    ),
  );
  console.log(
    "304 gz",
    sh(
      `E=$(curl -s --compressed -D - -o /dev/null ${H} ${u}/api/conversations | grep -i '^etag' | cut -d' ' -f2- | tr -d '\\r'); curl -s --compressed -D - ${H} -H "If-None-Match: $E" ${u}/api/conversations`,
    ),
  );
  console.log(
    "csv",
    sh(
      `curl -s -o /tmp/api-conv.csv -w '%{http_code} first %{time_starttransfer} total %{time_total} %{size_download}\\n' ${H} "${u}/api/conversations?format=csv&from=2026-10-01"; wc -l /tmp/api-conv.csv`,
    ),
  );
  console.log(
    "zip",
    sh(
      `curl -s -D - -o /tmp/api.zip ${H} "${u}/api/export?dataset=summary&dataset=queues&dataset=volume&compare=previous&channel=!rtm"; python3 -m zipfile -l /tmp/api.zip; python3 -c "import zipfile;z=zipfile.ZipFile('/tmp/api.zip');print(z.testzip());print(z.read('manifest.txt').decode()[:900])"`,
    ),
  );
  console.log(
    "bad",
    sh(
      `curl -s -o /dev/null -w '%{http_code}\\n' ${H} "${u}/api/conversations/%E0%A4%A"; curl -s -o /dev/null -w '%{http_code}\\n' "${u}/conversations/%E0%A4%A"; curl -s -w '%{http_code}\\n' "${u}/api/metrics/%E0%A4%A" ${H}`,
    ),
  );
  console.log(
    "10k",
    sh(
      `python3 -c "print('${u}/api/metrics/summary?'+'&'.join('queue=%d'%i for i in range(10000)))" | xargs -0 -n1 echo -n > /tmp/u10k; printf 'url = "%s"\\n' "$(tr -d '\\n' < /tmp/u10k)" > /tmp/c10k; curl -s -w ' %{http_code}\\n' ${H} -K /tmp/c10k | tail -c 300`,
    ),
  );
  console.log(
    "post",
    sh(
      `curl -s -w ' %{http_code}\\n' -X POST ${H} -H 'Origin: https://evil.example' ${u}/api/sync | tail -c 100; curl -s -w ' %{http_code}\\n' -X POST ${H} ${u}/api/tokens`,
    ),
  );
  if (process.argv.includes("shots")) {
    const browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
    for (const [width, scheme] of [
      [1440, "light"],
      [1440, "dark"],
      [390, "light"],
      [390, "dark"],
    ] as const) {
      const context = await browser.newContext({
        viewport: { width, height: width === 390 ? 844 : 900 },
        colorScheme: scheme,
      });
      const page = await context.newPage();
      page.on("console", (m) => m.type() === "error" && console.log("CONSOLE", m.text()));
      await page.request.post(`${u}/api/auth/sign-in/email`, {
        data: { email: ACCOUNTS.administrator.email, password: ACCOUNTS.administrator.password },
      });
      await page.goto(`${u}/api-reference`);
      await page.waitForTimeout(800);
      await page.screenshot({ path: `/tmp/api-ref-${width}-${scheme}.png` });
      console.log(width, "overflow", await page.evaluate(() => document.documentElement.scrollWidth - innerWidth));
      await page.locator("#getMetricsDataset").scrollIntoViewIfNeeded();
      await page.evaluate(() => document.querySelector("#getMetricsDataset")?.scrollIntoView());
      await page.waitForTimeout(200);
      await page.screenshot({ path: `/tmp/api-ref2-${width}-${scheme}.png` });
      if (width === 1440 && scheme === "light") {
        await page.addScriptTag({ path: "node_modules/axe-core/axe.min.js" });
        const violations = await page.evaluate(async () =>
          (
            await (
              window as unknown as {
                axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
              }
            ).axe.run()
          ).violations.map(
            (v) =>
              `${v.id}: ${v.nodes
                .slice(0, 2)
                .map((n) => n.html.slice(0, 160))
                .join(" | ")}`,
          ),
        );
        console.log("axe", violations);
      }
      await context.close();
    }
    await browser.close();
  }
} finally {
  await stack.stop();
  await rm(dataDir, { recursive: true, force: true });
}
