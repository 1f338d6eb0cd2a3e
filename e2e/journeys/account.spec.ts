import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { heading, openPage } from "./support/open-page";
import { fillSignIn } from "./support/sign-in";
import { tabTo } from "./support/tab-to";

test("by keyboard alone: one's own password, wrong at first, and the next sign-in with the new one", async ({
  page,
  browser,
}) => {
  const someone = await addSomeone(page);
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const theirs = await context.newPage();
  await openPage(theirs, "/sign-in");
  await fillSignIn(theirs, someone);
  await expect(heading(theirs, "Overview")).toBeVisible();
  await openPage(theirs, "/settings");
  await tabTo(theirs, theirs.getByRole("link", { name: "Account" }));
  await theirs.keyboard.press("Enter");
  await expect(theirs).toHaveURL(/\/settings\/account$/);

  const [current, next] = [theirs.getByLabel("Current password"), theirs.getByLabel("New password")];
  await tabTo(theirs, current);
  await theirs.keyboard.type("not my password");
  await theirs.keyboard.press("Tab");
  await expect(next).toBeFocused();
  await theirs.keyboard.type("my second password");
  await theirs.keyboard.press("Enter");
  await expect(theirs.getByRole("alert").filter({ hasText: "The current password is wrong." })).toBeVisible();
  await tabTo(theirs, current);
  await theirs.keyboard.press("ControlOrMeta+a");
  await theirs.keyboard.type(someone.password);
  await tabTo(theirs, theirs.getByRole("button", { name: "Change the password" }));
  await theirs.keyboard.press("Enter");
  await expect(theirs.getByRole("region", { name: "Messages" })).toContainText("Your password is changed.");
  await expect(current).toHaveValue("");
  await expect(next).toHaveValue("");

  const signIn = (password: string) =>
    page.request.post("/api/auth/sign-in/email", { data: { email: someone.email, password } });
  expect((await signIn(someone.password)).status()).toBe(401);
  await context.clearCookies();
  await openPage(theirs, "/sign-in");
  await fillSignIn(theirs, { email: someone.email, password: "my second password" });
  await expect(heading(theirs, "Overview")).toBeVisible();
  await context.close();
});

/** A supervisor of this test alone, whose password may change. */
async function addSomeone(page: Page): Promise<{ email: string; password: string }> {
  const someone = { email: `noor-${Date.now()}@callboard.example`, password: "my first password" };
  const reply = await page.request.post("/api/people", { data: { ...someone, name: "Noor", role: "supervisor" } });
  expect(reply.ok(), await reply.text()).toBe(true);
  return someone;
}
