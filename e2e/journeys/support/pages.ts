import type { Page } from "@playwright/test";
import { PAGE_LIST } from "../../../components/shell/pages";
import { SECTION_LIST, sectionHeading } from "../../../components/shell/settings-sections";
import { askConversations } from "./api";

/** An answered voice conversation: it has a queue, an agent, and tags of both levels. */
const RICH = "?limit=1&channel=Voice&outcome=answered";

/** The pages behind the sign-in, each with its address. */
export const PAGES: Record<string, (page: Page) => Promise<string>> = {
  ...Object.fromEntries(
    [...PAGE_LIST, ...SECTION_LIST.map((section) => ({ ...section, title: sectionHeading(section) }))]
      .filter(({ title }) => title !== "Settings")
      .map(({ title, path }) => [title, async () => path]),
  ),
  "a conversation": async (page) => `/conversations/${(await askConversations(page, RICH)).items[0]?.id}`,
  "API reference": async () => "/api-reference",
};
