import type { QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import type { ComponentType } from "react";
import { PageData } from "@/components/data/page-data";
import { headingOf, type Page } from "@/components/shell/pages";
import { datasetSearch } from "@/lib/shared/view";
import { pageSession, prefetch, readView } from "./page";
import type { Asking } from "./question";

type Prefetch = (client: QueryClient, asking: Asking) => Promise<void>;

/** The browser tab's title of a page. */
export function pageMetadata(page: Page): Metadata {
  return { title: headingOf(page) };
}

/** A page of panels whose first paint holds the numbers: its datasets, and what `prefetchMore` adds, are prefetched. */
export function metricPage({ datasets = [], figures }: Page, Content: ComponentType, prefetchMore?: Prefetch) {
  return async function MetricPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
    const asking = await pageSession();
    const view = await readView(searchParams);
    const queries = datasets.map((dataset) => [dataset, datasetSearch(dataset, view, figures)] as const);
    const { client, state } = await prefetch(asking, queries);
    await prefetchMore?.(client, asking);
    return (
      <PageData state={state()}>
        <Content />
      </PageData>
    );
  };
}
