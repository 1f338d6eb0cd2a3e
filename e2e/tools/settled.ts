import type { Page } from "playwright";

/** Waits until React has taken the page over and no panel waits for numbers or for its chart. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector("main");
    const isAlive = main !== null && Object.keys(main).some((key) => key.startsWith("__reactProps"));
    const isWaiting = [...document.querySelectorAll("[role=status]")].some((one) =>
      one.textContent?.includes("Loading"),
    );
    return isAlive && !isWaiting && !document.querySelector("[aria-busy=true]");
  });
}
