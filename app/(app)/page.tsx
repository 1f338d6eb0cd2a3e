import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { pageSession, prefetch, readView } from "@/app/_server/page";
import { datasetSearch } from "@/components/data/view";
import { Overview } from "@/components/metrics/overview";
import type { DatasetId } from "@/lib/shared/contract";

export const metadata: Metadata = { title: "Overview" };

const DATASETS: readonly DatasetId[] = [
  "summary",
  "trends",
  "volume",
  "status-by-event",
  "final-status",
  "disconnecting-events",
  "channels",
  "queues",
  "callbacks",
  "agents",
  "agent-durations",
];

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asking = await pageSession();
  const view = await readView(searchParams);
  const { state } = await prefetch(
    asking,
    DATASETS.map((dataset) => [dataset, datasetSearch(dataset, view)] as const),
  );
  return (
    <HydrationBoundary state={state()}>
      <Overview />
    </HydrationBoundary>
  );
}
