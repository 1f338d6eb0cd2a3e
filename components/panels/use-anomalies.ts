"use client";

import { useDataset } from "@/components/data/use-dataset";
import type { Row } from "@/lib/shared/contract";

/** What the metric layer calls unusually bad in the view, for marks beside the same number elsewhere. */
export function useAnomalies() {
  const { data } = useDataset("anomalies");
  const bad = (data?.rows ?? []).filter(({ severity }) => severity !== "better");
  return {
    /** Of all that the filters leave, the bot's share included. */
    isFloorBad: (metric: string) => bad.some((row) => row.metric === metric && row.id === ""),
    isQueueBad: ({ queueId }: Row, metric: string) =>
      bad.some((row) => row.metric === metric && row.kind === "queue" && row.id === queueId),
  };
}
