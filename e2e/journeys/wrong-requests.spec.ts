import { errorReplySchema } from "../../lib/shared/contract";
import { batchReplySchema, batchSchema } from "../../lib/shared/dataset-batch";
import { expect, test } from "./support/fixtures";
import { heading, openPage, untilAlive, untilSettled } from "./support/open-page";
import { panel } from "./support/panel";
import { chooseRange } from "./support/view-bar";

/** An address of the API that is wrong, its answer, and the parameter that it names. */
const WRONG_ADDRESSES: [path: string, status: number, code: string, parameter?: string][] = [
  ["/api/metrics/nonsense", 404, "unknown_dataset"],
  ["/api/nonsense", 404, "not_found"],
  ["/api/conversations/no-such-id", 404, "not_found"],
  ["/api/conversations/%E0%A4%A", 404, "not_found"],
  ["/api/metrics/%E0%A4%A", 404, "not_found"],
  ["/api/export", 400, "invalid_parameter", "dataset"],
  ["/api/export?dataset=nonsense", 404, "unknown_dataset"],
  ["/api/metrics/summary?from=2026-02-02&to=2026-02-01", 400, "invalid_parameter", "from"],
  ["/api/metrics/summary?from=yesterday", 400, "invalid_parameter", "from"],
  ["/api/metrics/summary?to=2026-13-45", 400, "invalid_parameter", "to"],
  ["/api/metrics/summary?colour=red", 400, "invalid_parameter", "colour"],
  ["/api/metrics/summary?outcome=happy", 400, "invalid_parameter", "outcome"],
  ["/api/metrics/volume?interval=fortnight", 400, "invalid_parameter", "interval"],
  ["/api/metrics/volume?format=xml", 400, "invalid_parameter", "format"],
  ["/api/conversations?from=2026-02-02&to=2026-02-01", 400, "invalid_parameter", "from"],
  ["/api/conversations?sort=price", 400, "invalid_parameter", "sort"],
  ["/api/conversations?limit=0", 400, "invalid_parameter", "limit"],
  ["/api/conversations?cursor=nonsense", 400, "invalid_parameter", "cursor"],
  // One that is well formed and was never handed out.
  [`/api/conversations?cursor=${Buffer.from('["a","b"]').toString("base64url")}`, 400, "invalid_parameter", "cursor"],
];

for (const [path, status, code, parameter] of WRONG_ADDRESSES) {
  test(`GET ${path} answers ${status} ${code}${parameter ? ` and names “${parameter}”` : ""}`, async ({ request }) => {
    const reply = await request.get(path);
    expect(reply.status()).toBe(status);
    const { error } = errorReplySchema.parse(await reply.json());
    expect(error).toMatchObject({ code, message: expect.stringMatching(/.{10}/) });
    if (parameter) {
      expect(error.details).toEqual({ parameter });
      expect(error.message).toContain(parameter);
    }
  });
}

test("a conversation that does not exist says so, and leads to those that do", async ({ page, faults }) => {
  faults.expect(/\/conversations\/no-such-id$/, 404);
  const reply = await page.goto("/conversations/no-such-id");
  expect(reply?.status()).toBe(404);
  await expect(page.getByRole("main")).toContainText("There is no conversation with this id");
  await page.getByRole("link", { name: "All conversations" }).click();
  await expect(heading(page, "Conversations")).toBeVisible();
  await expect(page.getByRole("table").locator("tbody tr")).not.toHaveCount(0);
});

test("an address that cannot be read is one that does not exist", async ({ page, faults }) => {
  faults.expect(/%E0%A4%A/, 404);
  const reply = await page.goto("/conversations/%E0%A4%A");
  expect(reply?.status()).toBe(404);
  await expect(heading(page, "There is no page at this address")).toBeVisible();
});

test("a page that does not exist says so, and leads to Overview", async ({ page, faults }) => {
  faults.expect(/\/nonsense$/, 404);
  const reply = await page.goto("/nonsense");
  expect(reply?.status()).toBe(404);
  await expect(heading(page, "There is no page at this address")).toBeVisible();
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(heading(page, "Overview")).toBeVisible();
});

test("a range that ends before it begins is reported in each panel, and the rest goes on", async ({ page, faults }) => {
  faults.expect(/from=2026-11-20/, 400);
  await openPage(page, "/?from=2026-11-20&to=2026-11-10");
  for (const title of ["Final status", "Queues", "Conversations by outcome"]) {
    await expect(panel(page, title).getByRole("alert")).toContainText("must lie before");
  }
  await page.getByRole("navigation").getByRole("link", { name: "Conversations" }).click();
  await expect(heading(page, "Conversations")).toBeVisible();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("must lie before");
  await chooseRange(page, "Last 14 days");
  await expect(page.getByRole("table").locator("tbody tr")).not.toHaveCount(0);
  await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
});

for (const [search, words] of [
  ["from=garbage", "“from” must be a day"],
  ["to=garbage", "“to” must be a day"],
  ["outcome=happy", "“outcome” must be one of"],
] as const) {
  test(`a page asked for ${search} opens, and its panels say what is wrong`, async ({ page, faults }) => {
    faults.expect(new RegExp(search), 400);
    const reply = await page.goto(`/?${search}`);
    expect(reply?.status()).toBe(200);
    await expect(panel(page, "Final status").getByRole("alert")).toContainText(words);
    await expect(page.getByRole("banner")).not.toContainText("Invalid Date");
    if (search !== "outcome=happy") {
      await untilAlive(page);
      await chooseRange(page, "Last 14 days");
      await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
    }
  });
}

test("one panel's failure leaves the others alone, and can be tried again", async ({ page }) => {
  await openPage(page, "/");
  await page.route("**/api/metrics", async (route) => {
    const { asks } = batchSchema.parse(route.request().postDataJSON());
    const response = await route.fetch();
    const lines = (await response.text()).trim().split("\n");
    const error = { code: "internal", message: "Something failed inside Callboard." };
    const failing = lines.map((line) => {
      const { ask } = batchReplySchema.parse(JSON.parse(line));
      return asks[ask]?.dataset === "queues" ? JSON.stringify({ ask, error }) : line;
    });
    await route.fulfill({ response, body: `${failing.join("\n")}\n` });
  });
  await chooseRange(page, "Last 14 days");
  const queues = panel(page, "Queues");
  await expect(queues.getByRole("alert")).toContainText("This panel could not be loaded.", { timeout: 15_000 });
  await expect(page.getByRole("main").getByRole("alert")).toHaveCount(1);
  await page.unroute("**/api/metrics");
  await queues.getByRole("button", { name: "Try again" }).click();
  await expect(queues.getByRole("table")).toBeVisible();
  await untilSettled(page);
  await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
});
