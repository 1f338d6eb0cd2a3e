"use client";

import { useQuery } from "@tanstack/react-query";
import { Histogram } from "@/components/charts/histogram/histogram";
import { serviceLevelsQuery } from "@/components/data/queries";
import { useView } from "@/components/data/use-view";
import { DatasetPanel } from "@/components/panels/dataset-panel";
import { useDrillDown } from "@/components/panels/use-drill-down";
import type { PanelSpan } from "@/components/ui/panel/panel";
import type { Row } from "@/lib/shared/contract";
import { splitFilter } from "@/lib/shared/filter-values";
import { nameWaitBand } from "@/lib/shared/waits";

const HEIGHT = 238;
const PARTS = [
  { key: "offeredAnswered", label: "Answered", colour: "var(--answered)" },
  { key: "offeredAbandoned", label: "Abandoned", colour: "var(--abandoned)" },
];

const toBin = (row: Row) => ({
  key: String(row.wait),
  label: nameWaitBand(String(row.wait)),
  from: Number(row.fromSeconds),
  to: typeof row.toSeconds === "number" ? row.toSeconds : null,
  values: Object.fromEntries(PARTS.map(({ key }) => [key, Number(row[key])])),
});

/** How long people wait: offered entries by their wait, those who gave up on top. */
export function WaitsPanel({ span = 5 }: { span?: PanelSpan }) {
  const { open } = useDrillDown("waits");
  const threshold = useThreshold();
  return (
    <DatasetPanel
      dataset="waits"
      title="How long people wait"
      note="to the answer, or giving up"
      span={span}
      height={HEIGHT + 48}
      isEmpty={({ rows }) => rows.every((row) => PARTS.every(({ key }) => row[key] === 0))}
      emptyMessage="Nobody waited in a queue in this range."
    >
      {({ rows }, isTable) => (
        <Histogram
          label="How long people wait"
          bins={rows.map(toBin)}
          parts={PARTS}
          threshold={threshold}
          onSelect={(wait) => open({ wait })}
          isTable={isTable}
          height={HEIGHT}
        />
      )}
    </DatasetPanel>
  );
}

/** Seconds within which an entry counts as answered in time; null where the queues in view do not agree on one. */
function useThreshold(): number | null {
  const [view] = useView();
  const { data } = useQuery(serviceLevelsQuery());
  if (!data) {
    return null;
  }
  const { included } = splitFilter(view.queue);
  const queues = data.queues.filter(({ queueId }) => included.length === 0 || included.includes(queueId));
  const seconds = queues.map(({ thresholdSeconds }) => thresholdSeconds ?? data.default.thresholdSeconds);
  const distinct = new Set(seconds.length > 0 ? seconds : [data.default.thresholdSeconds]);
  return distinct.size === 1 ? ([...distinct][0] ?? null) : null;
}
