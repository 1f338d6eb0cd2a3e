import type { Metadata } from "next";
import { pageSession } from "@/app/_server/page";
import { Glossary } from "@/components/pages/glossary/glossary";
import { PAGE_ASKS, type PageAsks } from "@/components/panels/page-asks";
import { PAGES } from "@/components/shell/pages";
import { readGlossary } from "@/lib/metrics/glossary";
import { TERM_GROUPS } from "@/lib/metrics/terms";

export const metadata: Metadata = { title: "Glossary" };

const BY_PATH: Partial<Record<string, PageAsks>> = { "": PAGE_ASKS.overview, ...PAGE_ASKS };

/** The pages that show metrics, with the datasets of their panels. */
const SHOWING = PAGES.flatMap(({ path, title }) => {
  const asks = BY_PATH[path.slice(1)];
  return asks ? [{ path, title, datasets: asks.datasets }] : [];
});

export default async function GlossaryPage() {
  await pageSession();
  return <Glossary groups={readGlossary()} terms={TERM_GROUPS} pages={SHOWING} />;
}
