import type { SearchParams } from "nuqs/server";
import type { ComponentType } from "react";
import { PageData } from "@/components/data/page-data";
import { datasetSearch } from "@/components/data/view";
import type { DatasetId } from "@/lib/shared/contract";
import { pageSession, prefetch, readView } from "./page";

/** A page of panels whose numbers the first paint holds: these datasets are answered beforehand. */
export function metricPage(datasets: readonly DatasetId[], Content: ComponentType) {
  return async function MetricPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
    const asking = await pageSession();
    const view = await readView(searchParams);
    const asked = datasets.map((dataset) => [dataset, datasetSearch(dataset, view)] as const);
    const { state } = await prefetch(asking, asked);
    return (
      <PageData state={state()}>
        <Content />
      </PageData>
    );
  };
}
