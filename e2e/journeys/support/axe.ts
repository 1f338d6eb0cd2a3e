import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

const SOURCE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds on a page as it stands: one line a rule, with how grave it is and where. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: SOURCE });
  const violations = await page.evaluate(async (tags) => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    return (await checker.run({ runOnly: tags })).violations;
  }, WCAG_2_2_AA);
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${impact} ${id}: ${target.join(" ")}\n${failureSummary}`),
  );
}
