import { expect, type Page } from "@playwright/test";

/** Chooses a range of the menu: “Last 14 days”. */
export async function chooseRange(page: Page, preset: string): Promise<void> {
  await page.getByRole("banner").getByRole("button").first().click();
  await page.getByRole("dialog", { name: "Range of dates" }).getByRole("button", { name: preset, exact: true }).click();
  await expect(page.getByRole("banner").getByRole("button", { name: preset })).toBeVisible();
}

/** Adds a filter by its menu: `addFilter(page, "Queue", "Billing")`. */
export async function addFilter(page: Page, filter: string, value: string): Promise<void> {
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  const menu = page.getByRole("dialog", { name: "Add a filter" });
  await menu.getByRole("button", { name: filter, exact: true }).click();
  await menu.getByRole("option", { name: value, exact: true }).click();
  await menu.getByRole("button", { name: "Apply" }).click();
  await expect(chip(page, `${filter} is ${value}`)).toBeVisible();
}

/** The cross of a filter's chip, which is there as long as the filter is in force: `chip(page, "Queue is Billing")`. */
export function chip(page: Page, words: string) {
  return page.getByRole("button", { name: `Remove filter: ${words}`, exact: true });
}

export function chips(page: Page) {
  return page.getByRole("button", { name: /^Remove filter: / });
}
