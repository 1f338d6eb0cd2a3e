import { expect, test } from "./support/fixtures";
import { openPage } from "./support/open-page";
import { panel } from "./support/panel";
import { listRouteFiles } from "./support/routes";

for (const width of [390, 1440]) {
  test(`the API reference speaks of every route, and nothing of it is cut off at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openPage(page, "/api-reference");
    const routes = listRouteFiles().filter(({ path }) => !path.includes("[..."));
    expect(routes.length).toBeGreaterThan(10);
    for (const { path, methods } of routes) {
      for (const method of methods) {
        const title = `${method} ${path.replace(/\[(\w+)\]/g, "{$1}")}`;
        await expect(panel(page, title), title).toContainText("curl ");
      }
    }
    const isCut = await page.evaluate(() =>
      [...document.querySelectorAll("main *")]
        .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
        .filter((element) => getComputedStyle(element).display !== "inline")
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(isCut).toEqual([]);
  });
}

test("its index leads to an operation", async ({ page }) => {
  await openPage(page, "/api-reference");
  await panel(page, "Operations").getByRole("link", { name: "GET /api/options" }).click();
  await expect(panel(page, "GET /api/options")).toBeInViewport();
});
