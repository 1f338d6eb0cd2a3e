import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { ACCOUNTS } from "../tools/accounts";
import { findBarriers } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { heading, openPage, untilAlive, untilSettled } from "./support/open-page";
import { chooseTool, panel } from "./support/panel";
import { fillSignIn } from "./support/sign-in";

const MAIN = "Conversations by outcome";
const DAYS = "/?from=2026-11-10&to=2026-11-16";
const rangeOf = (page: Page) => {
  const { searchParams } = new URL(page.url());
  return [searchParams.get("from"), searchParams.get("to")];
};

test("dragging over a chart zooms its range, and Back undoes it", async ({ page }) => {
  await openPage(page, DAYS);
  await untilSettled(page);
  const box = await page.getByRole("application", { name: /^Conversations by outcome/ }).boundingBox();
  if (!box) throw new Error("the chart has no place");
  const xOf = (day: number) => box.x + 40 + ((box.width - 44) * (day + 0.5)) / 7;
  await page.mouse.move(xOf(1), box.y + 120);
  await page.mouse.down();
  await page.mouse.move(xOf(3), box.y + 120, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => rangeOf(page)).toEqual(["2026-11-11", "2026-11-13"]);
  await page.getByRole("button", { name: "Zoom out" }).click();
  await expect.poll(() => rangeOf(page)).toEqual(["2026-11-08", "2026-11-16"]);
  await page.goBack();
  await page.goBack();
  await expect.poll(() => rangeOf(page)).toEqual(["2026-11-10", "2026-11-16"]);
});

test("by keyboard: Shift and the arrows choose several buckets, Enter zooms in, down to hours", async ({ page }) => {
  await openPage(page, "/?from=2026-11-10&to=2026-11-10");
  await untilSettled(page);
  const chart = page.getByRole("application", { name: /^Conversations by outcome/ });
  await chart.focus();
  for (let hour = 0; hour <= 9; hour += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(chart).toContainText("Tue 10 Nov, 09:00 to Tue 10 Nov, 11:00 chosen: Enter zooms in.");
  await page.keyboard.press("Enter");
  await expect.poll(() => rangeOf(page)).toEqual(["2026-11-10T09:00", "2026-11-10T12:00"]);
  await expect(page.getByRole("banner").getByRole("button", { name: "10 Nov 2026, 09:00 – 12:00" })).toBeVisible();
});

test("the interval is chosen among those that the range has room for", async ({ page }) => {
  await openPage(page, DAYS);
  await page.getByRole("button", { name: /^Interval/ }).click();
  await expect(page.getByRole("menuitemradio")).toHaveText(["Automatic", "Hour", "Day"]);
  await page.getByRole("menuitemradio", { name: "Hour" }).click();
  await expect(page).toHaveURL(/interval=hour/);
  await expect(panel(page, MAIN)).toContainText("per hour");
});

test("a panel fills the screen, its chart grows, and Escape puts it back", async ({ page }) => {
  await openPage(page, DAYS);
  await untilSettled(page);
  const chart = page.getByRole("application", { name: /^Conversations by outcome/ });
  const before = await chart.boundingBox();
  await chooseTool(page, MAIN, "Full screen");
  const dialog = page.getByRole("dialog", { name: MAIN });
  await expect(dialog).toBeVisible();
  const large = await dialog.getByRole("application").boundingBox();
  expect(large?.height ?? 0).toBeGreaterThan((before?.height ?? 0) * 1.5);
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("a panel says what it counts", async ({ page }) => {
  await openPage(page, "/");
  await untilSettled(page);
  await chooseTool(page, "Queues", "What it counts");
  const dialog = page.getByRole("dialog", { name: "What “Queues” counts" });
  await expect(dialog.getByText("Service level", { exact: true })).toBeVisible();
});

test("a panel becomes a PNG at twice the screen’s pixels", async ({ page }) => {
  await openPage(page, DAYS);
  await untilSettled(page);
  const shown = await panel(page, MAIN).boundingBox();
  const [download] = await Promise.all([page.waitForEvent("download"), chooseTool(page, MAIN, "Save as PNG")]);
  expect(download.suggestedFilename()).toBe("callboard_conversations-by-outcome_2026-11-10_2026-11-16.png");
  const png = await readFile(await download.path());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  // The width stands in the bytes 16 to 19 of every PNG.
  expect(Math.abs(png.readUInt32BE(16) - 2 * (shown?.width ?? 0))).toBeLessThanOrEqual(2);
});

test("the page’s ZIP is asked for with its datasets, its range and its filters", async ({ page }) => {
  await openPage(page, `${DAYS}&channel=Voice`);
  const link = page.getByRole("link", { name: /^Overview as ZIP/ });
  const address = new URL((await link.getAttribute("href")) ?? "", page.url());
  expect(address.pathname).toBe("/api/export");
  expect(address.searchParams.getAll("dataset")).toContain("queues");
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    from: "2026-11-10",
    to: "2026-11-16",
    channel: "Voice",
  });
});

test("a heat map’s hour opens its conversations", async ({ page }) => {
  await openPage(page, DAYS);
  await untilSettled(page);
  const cell = page.getByRole("button", { name: /^Tuesday 11:00–12:00: [1-9]/ });
  const count = /: ([\d,]+)$/.exec((await cell.getAttribute("aria-label")) ?? "")?.[1];
  await cell.click();
  await expect(page.getByRole("heading", { name: `${count} conversations` })).toBeVisible();
});

test("kiosk mode rotates its pages, keeps the filters, pauses on input, and Escape ends it", async ({ page }) => {
  await openPage(page, "/wall?pages=overview&seconds=5&channel=Voice");
  await expect(page.locator("html")).toHaveAttribute("data-wall", "");
  await expect(page.getByRole("navigation", { name: "Pages" })).toBeHidden();
  expect(new URL(page.url()).searchParams.get("channel")).toBe("Voice");
  await page.mouse.move(200, 200);
  await expect(page.getByText("Paused while you look")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("html")).not.toHaveAttribute("data-wall", "");
  await expect(page.getByRole("navigation", { name: "Pages" })).toBeVisible();
  await expect(page).not.toHaveURL(/wall=/);
});

test("kiosk mode shows what is further down before the next page", async ({ page }) => {
  await openPage(page, "/wall?pages=overview,queues&seconds=5");
  await untilSettled(page);
  const top = () => page.evaluate(() => window.scrollY);
  expect(await top()).toBe(0);
  await expect.poll(top, { timeout: 8000 }).toBeGreaterThan(300);
  expect(new URL(page.url()).pathname).toBe("/");
});

test("kiosk mode’s dialog starts it", async ({ page }) => {
  await openPage(page, "/?channel=Voice");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("option", { name: /^Show on a wall/ })).toBeVisible();
  await page.keyboard.type("wall");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Show on a wall" });
  await expect(dialog.getByRole("checkbox", { name: "Overview" })).toBeChecked();
  await dialog.getByRole("button", { name: "Start" }).click();
  await expect(page).toHaveURL(/channel=Voice.*wall=overview.*seconds=30/);
  await expect(page.locator("html")).toHaveAttribute("data-wall", "");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 780 } });

  test("every page is within reach: four at the foot, the others behind More", async ({ page }) => {
    await openPage(page, "/");
    await page.getByRole("button", { name: "More pages" }).click();
    await expect(page.getByRole("menuitem", { name: "Glossary" })).toBeVisible();
    await page.getByRole("menuitem", { name: "Settings" }).click();
    await expect(heading(page, /^Settings/)).toBeVisible();
  });
});

test.describe("signed out", () => {
  test.use({ role: null });

  test("the sign-in leads back to the page that was asked for", async ({ page }) => {
    await openPage(page, "/conversations?channel=Voice");
    await expect(heading(page, "Sign in")).toBeVisible();
    await fillSignIn(page, ACCOUNTS.supervisor);
    await expect(heading(page, "Conversations")).toBeVisible();
    await untilAlive(page);
    expect(new URL(page.url()).searchParams.get("channel")).toBe("Voice");
  });

  test("the sign-in leads to no other site", async ({ page }) => {
    await openPage(page, "/sign-in?to=%2F%2Fevil.example");
    await fillSignIn(page, ACCOUNTS.supervisor);
    await expect(heading(page, "Overview")).toBeVisible();
  });
});
