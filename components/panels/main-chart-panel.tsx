"use client";

import dynamic from "next/dynamic";
import { useDataset } from "@/components/data/use-dataset";
import { useView } from "@/components/data/use-view";
import type { PanelSpan } from "@/components/ui/panel/panel";
import { Loading } from "@/components/ui/panel/panel-state";
import type { DatasetId } from "@/lib/shared/datasets";
import { TILE_METRICS } from "@/lib/shared/tile-metrics";
import { DatasetPanel } from "./dataset-panel";
import type { TilesProps } from "./overview-tiles";
import { CHART_HEIGHT, MAIN_CHART, TrendPanel } from "./trend-panel";
import { seriesNote, useSeries } from "./use-series";

const VolumeChart = dynamic(() => import("@/components/charts/volume/volume-chart").then((file) => file.VolumeChart), {
  loading: () => <Loading height={CHART_HEIGHT} />,
});

interface Props extends TilesProps {
  span?: PanelSpan;
  /** Of the chart, where its neighbours are taller than it. */
  height?: number;
}

/** The large chart beside the tiles: the metric of the one that was pressed; conversations are drawn by outcome. */
export function MainChartPanel({ metrics = TILE_METRICS, series = "trends", span = 7, height }: Props) {
  const [view] = useView();
  const metric = metrics.find((id) => id === view.metric) ?? metrics[0];
  return metric === undefined || metric === "conversations" ? (
    <VolumePanel span={span} height={height} />
  ) : (
    <MetricPanel metric={metric} dataset={series} span={span} height={height} />
  );
}

function VolumePanel({ span = 7, height = CHART_HEIGHT }: Pick<Props, "span" | "height">) {
  const seriesOf = useSeries("volume");
  return (
    <DatasetPanel
      dataset="volume"
      id={MAIN_CHART}
      title="Conversations by outcome"
      note={seriesNote}
      span={span}
      height={height + 28}
      isEmpty={(reply) => reply.rows.every((row) => row.conversations === 0)}
      emptyMessage="No conversation started in this range."
    >
      {(reply, isTable) => (
        <VolumeChart label="Conversations by outcome" {...seriesOf(reply)} isTable={isTable} height={height} />
      )}
    </DatasetPanel>
  );
}

interface MetricProps extends Pick<Props, "span" | "height"> {
  metric: string;
  dataset: DatasetId;
}

function MetricPanel({ metric, dataset, ...look }: MetricProps) {
  const { data } = useDataset(dataset);
  const title = data?.columns.find(({ id }) => id === metric)?.label ?? "Key figure";
  return <TrendPanel dataset={dataset} trends={[{ title, lines: [[metric, "var(--answered)"]] }]} {...look} />;
}
