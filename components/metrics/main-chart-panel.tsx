"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { datasetQuery } from "@/components/data/queries";
import { useView } from "@/components/data/use-view";
import { datasetSearch } from "@/components/data/view";
import { Loading } from "@/components/ui/panel-state";
import { intervalOf } from "@/lib/shared/bucket-range";
import type { DatasetReply } from "@/lib/shared/contract";
import { DatasetPanel } from "./dataset-panel";
import { TILE_METRICS } from "./overview-tiles";
import { useSeries } from "./use-series";

const HEIGHT = 260;
const waiting = () => <Loading height={HEIGHT} />;
const VolumeChart = dynamic(() => import("@/components/charts/volume-chart").then((file) => file.VolumeChart), {
  loading: waiting,
});
const TrendChart = dynamic(() => import("@/components/charts/trend-chart").then((file) => file.TrendChart), {
  loading: waiting,
});

const INTERVAL_WORDS: Record<string, string> = {
  "quarter-hour": "per quarter hour",
  hour: "per hour",
  day: "per day",
  week: "per week",
  month: "per month",
};

const noteOf = (reply: DatasetReply) => `${INTERVAL_WORDS[intervalOf(reply)]}, by start of the conversation`;

/** The large chart of Overview: conversations by outcome, or the metric of the tile that was pressed. */
export function MainChartPanel() {
  const [view] = useView();
  const metric = TILE_METRICS.find((id) => id === view.metric);
  return metric && metric !== TILE_METRICS[0] ? <MetricPanel metric={metric} /> : <VolumePanel />;
}

function VolumePanel() {
  const seriesOf = useSeries("volume");
  return (
    <DatasetPanel
      dataset="volume"
      title="Conversations by outcome"
      note={noteOf}
      span={7}
      height={HEIGHT + 28}
      isEmpty={(reply) => reply.rows.every((row) => row.conversations === 0)}
      emptyMessage="No conversation started in this range."
    >
      {(reply, isTable) => (
        <VolumeChart label="Conversations by outcome" {...seriesOf(reply)} isTable={isTable} height={HEIGHT} />
      )}
    </DatasetPanel>
  );
}

function MetricPanel({ metric }: { metric: string }) {
  const [view] = useView();
  const seriesOf = useSeries("trends");
  const { data } = useQuery(datasetQuery("trends", datasetSearch("trends", view)));
  const title = data?.columns.find(({ id }) => id === metric)?.label ?? "Key figure";
  return (
    <DatasetPanel
      dataset="trends"
      title={title}
      note={noteOf}
      span={7}
      height={HEIGHT + 28}
      isEmpty={(reply) => reply.rows.every((row) => row[metric] === null)}
      emptyMessage="No record in this range carries this figure."
    >
      {(reply, isTable) => (
        <TrendChart
          label={title}
          {...seriesOf(reply)}
          series={[{ key: metric, label: title, colour: "var(--answered)" }]}
          unit={reply.columns.find(({ id }) => id === metric)?.unit ?? "count"}
          isTable={isTable}
          height={HEIGHT}
        />
      )}
    </DatasetPanel>
  );
}
