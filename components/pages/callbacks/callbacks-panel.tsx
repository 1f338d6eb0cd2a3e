"use client";

import dynamic from "next/dynamic";
import { useDataset } from "@/components/data/use-dataset";
import { DatasetPanel } from "@/components/panels/dataset-panel";
import { useSeries } from "@/components/panels/use-series";
import { PAGES } from "@/components/shell/pages";
import type { PanelSpan } from "@/components/ui/panel/panel";
import { Loading } from "@/components/ui/panel/panel-state";
import { datasetSearch } from "@/lib/shared/view";

const HEIGHT = 224;
const CallbacksChart = dynamic(
  () => import("@/components/charts/trend/callbacks-chart").then((file) => file.CallbacksChart),
  {
    loading: () => <Loading height={HEIGHT} />,
  },
);

/** Callbacks asked for and accepted, and how long customers waited for them. */
export function CallbacksPanel({ span = 4 }: { span?: PanelSpan }) {
  const seriesOf = useSeries("callbacks");
  const summary = useDataset("summary", (of) => datasetSearch("summary", of, PAGES.overview.figures));
  const median = summary.data?.rows[0]?.callbackWaitSecondsMedian;
  return (
    <DatasetPanel
      dataset="callbacks"
      title="Callbacks"
      note="asked for and accepted"
      span={span}
      height={HEIGHT + 28}
      isEmpty={(reply) => reply.rows.every((row) => row.callbacksOpted === 0)}
      emptyMessage="Nobody asked for a callback in this range."
    >
      {(reply, isTable) => (
        <CallbacksChart
          label="Callbacks"
          {...seriesOf(reply)}
          medianWait={typeof median === "number" ? median : null}
          isTable={isTable}
        />
      )}
    </DatasetPanel>
  );
}
