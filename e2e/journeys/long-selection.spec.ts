import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { askConversations } from "./support/api";
import { expect, test } from "./support/fixtures";
import { openPage, untilSettled } from "./support/open-page";
import { chooseTool, downloadCsv } from "./support/panel";

/** A selection that a page's address can hold and that of an API's reply cannot: 200 queues that there are not. */
const LONG = Array.from({ length: 200 }, (_, index) => `queue=!qu-5f0c1d2e-0000-4000-8000-${1000 + index}`).join("&");
/** And one that no address can hold. */
const TOO_LONG = Array.from({ length: 390 }, (_, index) => `queue=!qu-5f0c1d2e-0000-4000-8000-${1000 + index}`).join(
  "&",
);

const countOf = (total: number) => `${total.toLocaleString("en-GB")} conversations`;

test("a long selection is asked for by POST, and its files are downloaded all the same", async ({ page }) => {
  const { total } = await askConversations(page, "");
  const methods: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/api/conversations")) methods.push(request.method());
  });
  await openPage(page, `/conversations?${LONG}`);
  await expect(page.getByRole("heading", { name: countOf(total) })).toBeVisible();
  const { fileName, sheet } = await downloadCsv(
    page,
    page.getByRole("link", { name: "All these conversations as CSV" }),
  );
  expect(fileName).toMatch(/^callboard_conversations_.*\.csv$/);
  expect(sheet.rows).toHaveLength(total);

  const row = page.locator("tr[data-row] a").first();
  await row.click();
  await expect(page.getByText(`1 of ${total.toLocaleString("en-GB")}`)).toBeVisible();
  expect([...new Set(methods)]).toEqual(["POST"]);
});

test("every CSV is there for Excel as well", async ({ page }) => {
  const textOf = async (press: () => Promise<void>) => {
    const [download] = await Promise.all([page.waitForEvent("download"), press()]);
    return readFile(await download.path(), "utf8");
  };
  await openPage(page, "/?from=2026-11-10&to=2026-11-16");
  await untilSettled(page);
  const csv = await textOf(() => chooseTool(page, "Conversations by outcome", "CSV for Excel"));
  expect(csv).toContain('"=""2026-11-10"""');
  await page.getByRole("button", { name: "ZIP: more" }).click();
  const zip = await textOf(() => page.getByRole("menuitem", { name: "ZIP for Excel" }).click());
  expect(zip.startsWith("PK")).toBe(true);
  await openPage(page, "/conversations");
  await page.getByRole("button", { name: "CSV: more" }).click();
  const list = await textOf(() => page.getByRole("menuitem", { name: "CSV for Excel" }).click());
  expect(list).toContain('"=""');
});

test("a view with too many values for a link says so", async ({ page }) => {
  await openPage(page, "/queues");
  await pushAddress(page, `/queues?${TOO_LONG}`);
  await expect(page.getByText("Too many values for a link")).toBeVisible();
  await untilSettled(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("copy");
  await page.getByRole("option", { name: "Copy a link to this view" }).click();
  await expect(page.getByText("This view has too many values for a link.")).toBeVisible();
});

/** What choosing so many values one by one comes to. */
async function pushAddress(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => window.history.pushState(null, "", to), address);
}
