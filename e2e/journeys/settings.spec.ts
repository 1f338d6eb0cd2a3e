import type { Page } from "@playwright/test";
import { askDataset } from "./support/api";
import { findBarriers } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { heading, openPage, untilAlive, untilSettled } from "./support/open-page";
import { panel } from "./support/panel";
import { fillSignIn } from "./support/sign-in";
import { tabTo } from "./support/tab-to";

const QUEUE = "Billing";
const dialog = (page: Page) => page.getByRole("dialog");
const threshold = (page: Page) => page.getByLabel(`${QUEUE}: answered within, seconds`);
const queueCell = (page: Page) => page.getByRole("main").getByRole("row").filter({ hasText: QUEUE }).first();

async function levelOf(page: Page): Promise<number> {
  const { rows } = await askDataset(page, "queues", "");
  return Number(rows.find(({ queueName }) => queueName === QUEUE)?.serviceLevel);
}

const inPercent = (share: number) => `${(share * 100).toFixed(1)} %`;

test.describe("an administrator's service level", () => {
  test.describe.configure({ mode: "serial" });

  test("changes every number at once, and back with the default", async ({ page }) => {
    const before = await levelOf(page);
    await openPage(page, "/queues");
    await untilSettled(page);
    await expect(queueCell(page)).toContainText(inPercent(before));
    await page.getByRole("link", { name: "Settings", exact: true }).click();
    await page.getByRole("link", { name: "Service levels" }).click();
    await untilAlive(page);
    await expect(queueCell(page)).toContainText(inPercent(before));
    await threshold(page).fill("600");
    await threshold(page).press("Enter");
    await expect(page.getByRole("region", { name: "Messages" })).toContainText(`${QUEUE}: saved.`);
    await expect(threshold(page)).toBeFocused();
    const after = await levelOf(page);
    expect(after, "ten minutes are enough for more than twenty seconds are").toBeGreaterThan(before + 0.05);
    await expect(queueCell(page)).toContainText(inPercent(after));
    await page.getByRole("link", { name: "Queues", exact: true }).click();
    await expect(heading(page, "Queues")).toBeVisible();
    await expect(queueCell(page)).toContainText(inPercent(after));

    await page.goBack();
    await expect(threshold(page)).toHaveValue("600");
    await page.getByRole("button", { name: `Use the default for ${QUEUE}` }).click();
    await expect(threshold(page)).toHaveValue("");
    await expect(queueCell(page)).toContainText(inPercent(before));
    expect(await levelOf(page)).toBe(before);
  });

  test("is not saved where it is none, and the field says why", async ({ page }) => {
    await openPage(page, "/settings/service-levels");
    for (const [text, why] of [
      ["soon", "Must be a number of seconds."],
      ["-1", "Must not be negative."],
      ["86401", "Must be at most 86400."],
    ] as const) {
      await threshold(page).fill(text);
      await expect(queueCell(page)).toContainText(why);
      await expect(threshold(page)).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByRole("button", { name: `Save ${QUEUE}` })).toBeDisabled();
    }
    await threshold(page).press("Enter");
    await openPage(page, "/settings/service-levels");
    await expect(threshold(page)).toHaveValue("");
  });
});

test("a person is added, signs in, is deactivated and refused, and removed", async ({ page, browser, faults }) => {
  const now = Date.now();
  const person = { name: `Nina ${now}`, email: `nina-${now}@callboard.example` };
  await openPage(page, "/settings/people");
  await page.getByRole("button", { name: "Add a person" }).click();
  await dialog(page).getByLabel("Name").fill(person.name);
  await dialog(page).getByLabel("E-mail").fill(person.email);
  await dialog(page).getByRole("button", { name: "Make one" }).click();
  await dialog(page).getByRole("button", { name: "Add", exact: true }).click();
  const password = (await dialog(page).getByRole("code").textContent()) ?? "";
  expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  await dialog(page).getByRole("button", { name: "Done" }).click();
  const row = page.getByRole("row").filter({ hasText: person.email });
  await expect(row).toContainText(/supervisor/i);

  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const theirs = await context.newPage();
  await openPage(theirs, "/sign-in");
  await fillSignIn(theirs, { email: person.email, password });
  await expect(heading(theirs, "Overview")).toBeVisible();

  await act(page, person.name, "Deactivate", "Deactivate");
  await expect(row).toContainText("Deactivated");
  await theirs.goto("/queues");
  await expect(heading(theirs, "Sign in")).toBeVisible();
  await untilAlive(theirs);
  await fillSignIn(theirs, { email: person.email, password });
  await expect(theirs.getByRole("alert").filter({ hasText: "This account is deactivated." })).toBeVisible();
  await context.close();

  await act(page, person.name, "Make administrator", "Make administrator");
  await expect(row).toContainText(/administrator/i);
  await act(page, person.name, "Remove", "Remove");
  await expect(row).toHaveCount(0);
  expect(faults.found()).toEqual([]);
});

test("an address that somebody has is refused in the dialog, and nothing typed is lost", async ({ page, faults }) => {
  faults.expect(/\/api\/people$/, 400);
  await openPage(page, "/settings/people");
  await page.getByRole("button", { name: "Add a person" }).click();
  await dialog(page).getByLabel("Name").fill("Twice");
  await dialog(page).getByLabel("E-mail").fill("supervisor@callboard.example");
  await dialog(page).getByLabel("Password").fill("a good password");
  await dialog(page).getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog(page).getByRole("alert")).toContainText("somebody has this address already");
  await expect(dialog(page).getByLabel("Name")).toHaveValue("Twice");
});

test("oneself there is nothing to do to", async ({ page }) => {
  await openPage(page, "/settings/people");
  const self = page.getByRole("row").filter({ hasText: "(you)" });
  await expect(self).toHaveCount(1);
  await expect(self.getByRole("button")).toHaveCount(0);
});

async function act(page: Page, name: string, choice: string, action: string): Promise<void> {
  await page.getByRole("button", { name: `${name}: change` }).click();
  await page.getByRole("menuitem", { name: choice }).click();
  await dialog(page).getByRole("button", { name: action, exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
}

test.describe("a supervisor", () => {
  test.use({ role: "supervisor" });

  test("reads the service levels, and may not see people, host or the ways to steer the sync", async ({ page }) => {
    await openPage(page, "/settings/service-levels");
    await expect(page.getByRole("row").filter({ hasText: QUEUE })).toContainText("20 s");
    await expect(page.getByRole("main").getByRole("textbox")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "People" })).toHaveCount(0);
    await openPage(page, "/settings/people");
    await expect(page.getByRole("main")).toContainText("Only administrators manage people.");
    await openPage(page, "/settings");
    await expect(panel(page, "Sync")).toContainText("100.0 %");
    await expect(panel(page, "Connection")).toHaveCount(0);
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  });

  test("makes a token, uses it, and revokes it", async ({ page, baseURL }) => {
    const name = `Report ${Date.now()}`;
    await openPage(page, "/settings/tokens");
    await page.getByRole("button", { name: "New token" }).click();
    await dialog(page).getByLabel("Name").fill(name);
    await dialog(page).getByRole("radio", { name: "30 days" }).click();
    await dialog(page).getByRole("button", { name: "Make it" }).click();
    const token = (await dialog(page).getByRole("code").textContent()) ?? "";
    const ask = () => fetch(`${baseURL}/api/metrics/summary`, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask()).status).toBe(200);
    await page.keyboard.press("Escape");
    await openPage(page, "/settings/tokens");
    const row = page.getByRole("row").filter({ hasText: name });
    await expect(row).toContainText(token.slice(0, 7));
    expect(await page.content()).not.toContain(token);
    await page.getByRole("button", { name: `Revoke ${name}` }).click();
    await dialog(page).getByRole("button", { name: "Revoke", exact: true }).click();
    await expect(row).toHaveCount(0);
    expect((await ask()).status).toBe(401);
  });
});

test("by keyboard alone: through the pages of Settings, a threshold, a dialog and out of it", async ({ page }) => {
  await openPage(page, "/settings");
  await tabTo(page, page.getByRole("link", { name: "Service levels" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/settings\/service-levels$/);
  await tabTo(page, page.getByLabel("Collections: answered within, seconds"));
  await page.keyboard.type("45");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Messages" })).toContainText("Collections: saved.");
  await tabTo(page, page.getByRole("button", { name: "Use the default for Collections" }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Collections: answered within, seconds")).toBeFocused();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("option", { name: /^Go to Queues/ })).toBeVisible();
  await page.keyboard.type("Settings: People");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/settings\/people/);
  const add = page.getByRole("button", { name: "Add a person" });
  await tabTo(page, add);
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByLabel("Name")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(add).toBeFocused();
});

for (const width of [1440, 390]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test("axe finds no barrier in the dialogs, and no page is wider than the screen", async ({ page }) => {
      for (const path of ["", "/service-levels", "/people", "/tokens", "/account"]) {
        await openPage(page, `/settings${path}`);
        await untilSettled(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBe(0);
      }
      for (const [path, button] of [
        ["people", "Add a person"],
        ["tokens", "New token"],
      ] as const) {
        await openPage(page, `/settings/${path}`);
        await page.getByRole("button", { name: button }).click();
        await expect(dialog(page)).toBeVisible();
        expect(await findBarriers(page)).toEqual([]);
      }
    });
  });
}
