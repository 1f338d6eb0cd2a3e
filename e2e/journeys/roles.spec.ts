import type { Page } from "@playwright/test";
import { errorReplySchema, optionsReplySchema } from "../../lib/shared/contract";
import { askConversation, askConversations } from "./support/api";
import { expect, test } from "./support/fixtures";
import { heading, openPage } from "./support/open-page";
import { panel } from "./support/panel";

/** What the list, its CSV, and the latest conversations one by one say. */
const LOOKED_AT = "?limit=200&channel=Voice&channel=System%20Mail";
const OPENED = 25;

test.describe("an administrator", () => {
  test("starts a run of the sync", async ({ page, faults }) => {
    await openPage(page, "/");
    const reply = await page.request.post("/api/sync");
    expect(reply.status()).toBe(202);
    expect(await reply.json()).toMatchObject({ complete: true, lastError: null });
    expect(faults.found()).toEqual([]);
  });

  test("does nothing for another site's page, whoever opens it", async ({ request }) => {
    const reply = await request.post("/api/sync", { headers: { origin: "https://elsewhere.example" } });
    expect(reply.status()).toBe(403);
  });

  test("sees who called and the raw record", async ({ page }) => {
    const { items } = await askConversations(page, LOOKED_AT);
    const named = items.find(({ customer }) => customer);
    await openPage(page, `/conversations/${named?.id}`);
    await expect(panel(page, "Customer and context")).toContainText(named?.customer ?? "a customer");
    // A conversation that no agent had goes by its session: the record has one id or the other.
    await expect(panel(page, "Raw record")).toContainText(`Id "${named?.id}"`);
  });
});

test.describe("a supervisor", () => {
  test.use({ role: "supervisor" });

  test("may neither steer the sync, nor see what it rejected, nor add people", async ({ request }) => {
    const refused = [
      await request.post("/api/sync"),
      await request.post("/api/sync", { data: { action: "pause" } }),
      await request.post("/api/sync/test"),
      await request.get("/api/sync/rejected"),
    ];
    for (const reply of refused) {
      expect(reply.status(), reply.url()).toBe(403);
      expect(errorReplySchema.parse(await reply.json()).error.code).toBe("forbidden");
    }
    const person = { name: "X", email: "x@callboard.example", password: "a good password", role: "administrator" };
    expect((await request.post("/api/auth/admin/create-user", { data: person })).status()).toBe(403);
  });

  test("sees no customer's name, number or address anywhere", async ({ page, browser, sessions }) => {
    const administrator = await browser.newPage({ storageState: sessions.administrator });
    const secrets = await personalData(administrator);
    await administrator.close();
    expect(secrets.length, "personal data of the simulated customers").toBeGreaterThan(20);

    const list = await askConversations(page, LOOKED_AT);
    expect(list.items.some(({ customer }) => customer?.startsWith("•••"))).toBe(true);
    const shown = [
      JSON.stringify(list),
      await (await page.request.get(`/api/conversations${LOOKED_AT.replace("limit=200&", "")}&format=csv`)).text(),
    ];
    for (const { id } of list.items.slice(0, OPENED)) shown.push(JSON.stringify(await askConversation(page, id)));
    const [first] = list.items;
    for (const path of ["/conversations", `/conversations/${first?.id}`]) {
      shown.push(await (await page.request.get(path)).text());
    }
    expect(secrets.filter((secret) => shown.some((text) => text.includes(secret)))).toEqual([]);

    await openPage(page, `/conversations/${first?.id}`);
    await expect(heading(page, new RegExp(String(first?.id)))).toBeVisible();
    await expect(panel(page, "Raw record")).toContainText("Shown to those who may see customers’ personal data.");
  });
});

/** Names, numbers and addresses of customers that an administrator sees; a name that an agent bears too tells nothing. */
async function personalData(administrator: Page): Promise<string[]> {
  const { items } = await askConversations(administrator, LOOKED_AT);
  const options = optionsReplySchema.parse(await (await administrator.request.get("/api/options")).json());
  const agents = new Set(options.agent.map(({ label }) => label));
  const found = new Set<string>();
  for (const { id, customer } of items.slice(0, OPENED)) {
    const { raw } = await askConversation(administrator, id);
    for (const text of [customer, ...contactsIn(JSON.stringify(raw))]) {
      if (text && !agents.has(text)) found.add(text);
    }
  }
  return [...found];
}

/** E-mail addresses of customers and telephone numbers with their country's code, in a raw record. */
function contactsIn(record: string): string[] {
  const emails = [...record.matchAll(/"(?:CustomerEmail|email|emailId)":\s*"([^"]+@[^"]+)"/gi)].map(
    ([, email]) => email,
  );
  return [...emails.filter((email) => !/^agent\d+@/.test(email ?? "")), ...(record.match(/\+\d{8,}/g) ?? [])].flatMap(
    (text) => text ?? [],
  );
}
