import { expect, type Page } from "@playwright/test";

/** Opens a page and waits until its scripts have taken it over: a press before that would be lost. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await untilAlive(page);
}

/** Waits until React has taken over what the server sent. */
export async function untilAlive(page: Page): Promise<void> {
  const main = page.locator("main");
  await expect
    .poll(() => main.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps"))))
    .toBe(true);
}

/** The title of the page. */
export function heading(page: Page, name: string | RegExp) {
  return page.getByRole("heading", { level: 1, name });
}

/** Waits until no panel still shows old numbers or none. */
export async function untilSettled(page: Page): Promise<void> {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: "Loading" })).toHaveCount(0);
}
