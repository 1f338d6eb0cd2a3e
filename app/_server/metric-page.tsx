import type { QueryClient } from "@tanstack/react-query";
import type { SearchParams } from "nuqs/server";
import type { ComponentType } from "react";
import { PageData } from "@/components/data/page-data";
import { datasetSearch } from "@/components/data/view";
import type { Runtime } from "@/lib/runtime";
import type { DatasetId } from "@/lib/shared/contract";
import { pageSession, prefetch, readView } from "./page";

type Prefetch = (client: QueryClient, runtime: Runtime) => Promise<void>;

/**
 * A page of panels whose numbers the first paint holds: these datasets, of the summary these figures, and what else it
 * shows, are answered beforehand.
 */
export function metricPage(
  { datasets, figures }: { datasets: readonly DatasetId[]; figures?: readonly string[] },
  Content: ComponentType,
  prefetchMore?: Prefetch,
) {
  return async function MetricPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
    const asking = await pageSession();
    const view = await readView(searchParams);
    const asked = datasets.map((dataset) => [dataset, datasetSearch(dataset, view, figures)] as const);
    const { client, state } = await prefetch(asking, asked);
    await prefetchMore?.(client, asking.runtime);
    return (
      <PageData state={state()}>
        <Content />
      </PageData>
    );
  };
}
