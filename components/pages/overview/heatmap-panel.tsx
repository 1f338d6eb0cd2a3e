"use client";

import { HeatMap } from "@/components/charts/heat/heat-map";
import { useView } from "@/components/data/use-view";
import { DatasetPanel } from "@/components/panels/dataset-panel";
import { useDrillDown } from "@/components/panels/use-drill-down";
import type { PanelSpan } from "@/components/ui/panel/panel";

const HEIGHT = 224;

interface Props {
  /** The metric that is shown, one of the dataset `heatmap`. */
  metric?: string;
  /** Others that are shown while their tile is pressed. */
  others?: readonly string[];
  title?: string;
  span?: PanelSpan;
}

/** When it is busy, or goes wrong: a metric by weekday and hour; a click opens that hour's conversations. */
export function HeatmapPanel({
  metric: own = "conversations",
  others = [],
  title = "Weekday × hour",
  span = 7,
}: Props) {
  const [view] = useView();
  const metric = others.find((id) => id === view.metric) ?? own;
  const { open } = useDrillDown("heatmap");
  return (
    <DatasetPanel
      dataset="heatmap"
      title={title}
      note={({ columns }) => columns.find(({ id }) => id === metric)?.label ?? ""}
      span={span}
      height={HEIGHT}
      isEmpty={(reply) => reply.rows.every((row) => !row.conversations)}
      emptyMessage="No conversation started in this range."
    >
      {(reply, isTable) => (
        <HeatMap
          label={title}
          rows={reply.rows}
          metric={reply.columns.find(({ id }) => id === metric) ?? { id: metric, label: title, unit: "count" }}
          of={reply.columns.find(({ id }) => id === "offered")}
          onSelect={open}
          isTable={isTable}
        />
      )}
    </DatasetPanel>
  );
}
