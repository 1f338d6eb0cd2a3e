import { expect, type Locator, type Page } from "@playwright/test";

const MOST_STOPS = 60;

/** Presses Tab until the control has the focus, and shows it. */
export async function tabTo(page: Page, control: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press(key);
  }
  await expect(control).toBeFocused();
  await expect(control).toBeInViewport();
}
