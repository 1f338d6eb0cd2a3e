import { errorReplySchema } from "../../lib/shared/contract";
import { ACCOUNTS } from "../tools/accounts";
import { expect, test } from "./support/fixtures";
import { heading, openPage, untilAlive } from "./support/open-page";
import { panel } from "./support/panel";
import { listPages, listRoutes } from "./support/routes";
import { fillSignIn } from "./support/sign-in";
import { chooseRange } from "./support/view-bar";

test.use({ role: null });

test("every page sends to the sign-in first", async ({ page }) => {
  for (const path of listPages()) {
    const reply = await page.request.get(path, { maxRedirects: 0 });
    expect.soft(reply.status(), path).toBe(307);
    const back = path === "/" ? "" : `?to=${encodeURIComponent(path)}`;
    expect.soft(reply.headers().location, path).toBe(`/sign-in${back}`);
  }
  await page.goto("/conversations");
  await expect(heading(page, "Sign in")).toBeVisible();
});

test("a copied address leads whoever signs in to that very view", async ({ page }) => {
  const copied = "/queues?from=2026-11-16&to=2026-11-20&channel=Voice&channel=System+Mail&compare=week";
  await page.goto(copied);
  await expect(heading(page, "Sign in")).toBeVisible();
  await untilAlive(page);
  await fillSignIn(page, ACCOUNTS.supervisor);
  await expect(heading(page, "Queues")).toBeVisible();
  const [asked, reached] = [new URL(copied, page.url()), new URL(page.url())];
  expect(reached.pathname).toBe(asked.pathname);
  expect([...reached.searchParams]).toEqual([...asked.searchParams]);
  await expect(page.getByRole("banner")).toContainText("Voice, System Mail");
});

test("every route of the API but health asks for a session", async ({ request }) => {
  const routes = listRoutes();
  expect(routes.length).toBeGreaterThan(5);
  for (const { method, path } of routes) {
    const reply = await request.fetch(path, { method });
    expect.soft(reply.status(), `${method} ${path}`).toBe(401);
    const body = errorReplySchema.safeParse(await reply.json());
    expect.soft(body.data?.error.code, `${method} ${path}`).toBe("unauthenticated");
  }
  const health = await request.get("/api/health");
  expect(health.status()).toBe(200);
  expect(await health.json()).toEqual({
    status: "ok",
    store: "ok",
    sync: { state: expect.stringMatching(/^(idle|running)$/), dataThrough: expect.any(String) },
  });
});

test("a wrong password is reported, and the right one then signs in", async ({ page, faults }) => {
  faults.expect(/\/api\/auth\/sign-in\/email$/, 401);
  await openPage(page, "/sign-in");
  await fillSignIn(page, { ...ACCOUNTS.supervisor, password: "not the password" });
  await expect(page.getByRole("alert").filter({ hasText: "E-mail or password is wrong." })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(ACCOUNTS.supervisor.email);
  await fillSignIn(page, ACCOUNTS.supervisor);
  await expect(heading(page, "Overview")).toBeVisible();
});

test("without its script the sign-in puts no password in the address", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto("/sign-in");
  await fillSignIn(page, ACCOUNTS.supervisor);
  await page.waitForLoadState();
  expect(page.url()).not.toContain("password");
  await page.close();
});

test("signing out ends the session, on the server too", async ({ page, playwright, baseURL }) => {
  await openPage(page, "/sign-in");
  await fillSignIn(page, ACCOUNTS.supervisor);
  await expect(heading(page, "Overview")).toBeVisible();
  await untilAlive(page);
  const storageState = await page.context().storageState();
  await page.getByRole("button", { name: "theme and sign-out" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(heading(page, "Sign in")).toBeVisible();
  // To leave a page whose icon is still on its way would be a failed request.
  await page.waitForLoadState("networkidle");
  await page.goto("/");
  await expect(heading(page, "Sign in")).toBeVisible();
  const withOldCookie = await playwright.request.newContext({ baseURL, storageState });
  expect((await withOldCookie.get("/api/metrics/summary")).status()).toBe(401);
  await withOldCookie.dispose();
});

test.describe("a page that stays open", () => {
  test.use({ role: "supervisor" });

  test("says that the session has ended, and leads to the sign-in", async ({ page, faults }) => {
    await openPage(page, "/");
    await page.context().clearCookies();
    faults.expect(/\/api\//, 401);
    await chooseRange(page, "Last 14 days");
    const statuses = panel(page, "Final status");
    await expect(statuses).toContainText("Your session has ended.");
    await statuses.getByRole("link", { name: "Sign in" }).click();
    await expect(heading(page, "Sign in")).toBeVisible();
  });
});

test("a script signs in, though it does not say where it comes from", async ({ baseURL }) => {
  const { email, password } = ACCOUNTS.supervisor;
  const reply = await fetch(`${baseURL}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  expect(reply.status).toBe(200);
});
