"use client";

import { useQuery } from "@tanstack/react-query";
import { datasetQuery } from "@/components/data/queries";
import { useView } from "@/components/data/use-view";
import { datasetSearch } from "@/components/data/view";
import type { Row } from "@/lib/shared/contract";

/** What the metric layer calls unusually bad in the view, for marks beside the same number elsewhere. */
export function useStandOuts() {
  const [view] = useView();
  const { data } = useQuery(datasetQuery("stand-outs", datasetSearch("stand-outs", view)));
  const bad = (data?.rows ?? []).filter(({ severity }) => severity !== "better");
  return {
    /** Of all that the filters leave, the bot's share included. */
    isFloorBad: (metric: string) => bad.some((row) => row.metric === metric && row.id === ""),
    isQueueBad: ({ queueId }: Row, metric: string) =>
      bad.some((row) => row.metric === metric && row.kind === "queue" && row.id === queueId),
  };
}
