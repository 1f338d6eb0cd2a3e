import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { pageSession, prefetch } from "@/app/_server/page";
import { Glossary } from "@/components/glossary/glossary";
import { OVERVIEW_DATASETS } from "@/components/metrics/overview-datasets";
import { PAGE_DATASETS } from "@/components/metrics/page-datasets";
import { PAGES } from "@/components/shell/pages";
import { readGlossary } from "@/lib/metrics/glossary";
import { TERM_GROUPS } from "@/lib/metrics/terms";
import type { DatasetId } from "@/lib/shared/contract";

export const metadata: Metadata = { title: "Glossary" };

const BY_PATH: Partial<Record<string, readonly DatasetId[]>> = { "": OVERVIEW_DATASETS, ...PAGE_DATASETS };

/** The pages that show metrics, with the datasets of their panels. */
const SHOWING = PAGES.flatMap(({ path, title }) => {
  const datasets = BY_PATH[path.slice(1)];
  return datasets ? [{ path, title, datasets }] : [];
});

export default async function GlossaryPage() {
  const { state } = await prefetch(await pageSession(), []);
  return (
    <HydrationBoundary state={state()}>
      <Glossary groups={readGlossary()} terms={TERM_GROUPS} pages={SHOWING} />
    </HydrationBoundary>
  );
}
