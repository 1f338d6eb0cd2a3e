"use client";

import { useQuery } from "@tanstack/react-query";
import { datasetQuery } from "@/components/data/queries";
import { useView } from "@/components/data/use-view";
import { Chip } from "@/components/ui/form/chip";
import { datasetSearch } from "@/lib/shared/view";

/** The number whose conversations are listed, where somebody came from one: “Counted in: Callbacks outstanding”. */
export function MetricChip() {
  const [view, setView] = useView();
  const { metric } = view;
  const summary = useQuery({
    ...datasetQuery("summary", datasetSearch("summary", view, metric ? [metric] : [])),
    enabled: Boolean(metric),
  });
  if (!metric) {
    return null;
  }
  const label = summary.data?.columns.find(({ id }) => id === metric)?.label ?? metric;
  return <Chip label="Counted in" value={label} onRemove={() => setView({ metric: null })} />;
}
