import { datasetReplySchema } from "../../lib/shared/contract";
import { askConversations } from "./support/api";
import { expect, test } from "./support/fixtures";
import { openPage, untilSettled } from "./support/open-page";
import { downloadCsv, readPanelTable } from "./support/panel";
import { expectSameAsReply, expectSameAsTable } from "./support/sheets";

test("every panel's CSV is the API's reply and the panel's own table", async ({ page }) => {
  await openPage(page, "/");
  await untilSettled(page);
  const links = await page
    .getByRole("main")
    .getByRole("link", { name: / as CSV$/ })
    .all();
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) {
    const title = (await link.getAttribute("aria-label"))?.replace(/ as CSV$/, "") ?? "";
    await test.step(title, async () => {
      const address = new URL((await link.getAttribute("href")) ?? "", page.url());
      address.searchParams.set("format", "json");
      const reply = datasetReplySchema.parse(await (await page.request.get(address.href)).json());
      const { sheet } = await downloadCsv(page, link);
      expect(sheet.rows.length > 0 || reply.usual, "only what is unusual may be nothing").toBeTruthy();
      expectSameAsReply(sheet, reply);
      if (!reply.usual) {
        expectSameAsTable(sheet, await readPanelTable(page, title), reply.columns);
      }
    });
  }
});

test("every bar opens as many conversations as it counts", async ({ page }) => {
  await openPage(page, "/");
  for (const title of ["Final status", "Disconnecting event", "Channel"]) {
    const bars = page.getByRole("list", { name: title }).getByRole("link");
    await expect(bars).not.toHaveCount(0);
    for (const bar of await bars.all()) {
      const label = (await bar.getAttribute("aria-label")) ?? "";
      const { search } = new URL((await bar.getAttribute("href")) ?? "", page.url());
      const { total } = await askConversations(page, search);
      expect(label).toContain(`: ${total.toLocaleString("en-GB")}, `);
    }
  }
});
