import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { pageSession, prefetch, readView } from "@/app/_server/page";
import { selectionSearch, withParameters } from "@/components/data/view";
import { Overview } from "@/components/metrics/overview";
import type { DatasetId } from "@/lib/shared/contract";

export const metadata: Metadata = { title: "Overview" };

const DATASETS: readonly DatasetId[] = [
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
  const search = selectionSearch(await readView(searchParams));
  const { state } = await prefetch(asking, [
    ["summary", withParameters(search, { compare: "previous" })],
    ...DATASETS.map((dataset) => [dataset, search] as const),
  ]);
  return (
    <HydrationBoundary state={state()}>
      <Overview />
    </HydrationBoundary>
  );
}
