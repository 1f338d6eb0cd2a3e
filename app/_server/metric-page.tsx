import type { QueryClient } from "@tanstack/react-query";
import type { SearchParams } from "nuqs/server";
import type { ComponentType } from "react";
import { PageData } from "@/components/data/page-data";
import type { PageAsks } from "@/components/panels/page-asks";
import { datasetSearch } from "@/lib/shared/view";
import { pageSession, prefetch, readView } from "./page";
import type { Asking } from "./question";

type Prefetch = (client: QueryClient, asking: Asking) => Promise<void>;

/** A page of panels whose numbers the first paint holds: what it asks, and what else it shows, is answered beforehand. */
export function metricPage({ datasets, figures }: PageAsks, Content: ComponentType, prefetchMore?: Prefetch) {
  return async function MetricPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
    const asking = await pageSession();
    const view = await readView(searchParams);
    const asked = datasets.map((dataset) => [dataset, datasetSearch(dataset, view, figures)] as const);
    const { client, state } = await prefetch(asking, asked);
    await prefetchMore?.(client, asking);
    return (
      <PageData state={state()}>
        <Content />
      </PageData>
    );
  };
}
