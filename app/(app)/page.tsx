import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { pageSession, prefetch, readView } from "@/app/_server/page";
import { PageData } from "@/components/data/page-data";
import { datasetSearch } from "@/components/data/view";
import { Overview } from "@/components/metrics/overview";
import { OVERVIEW_DATASETS } from "@/components/metrics/overview-datasets";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asking = await pageSession();
  const view = await readView(searchParams);
  const { state } = await prefetch(
    asking,
    OVERVIEW_DATASETS.map((dataset) => [dataset, datasetSearch(dataset, view)] as const),
  );
  return (
    <PageData state={state()}>
      <Overview />
    </PageData>
  );
}
