"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { datasetQuery } from "@/components/data/queries";
import { useView } from "@/components/data/use-view";
import { conversationsHref, selectionSearch, withParameters } from "@/components/data/view";
import { Loading } from "@/components/ui/panel-state";
import { intervalOf, rangeOfBucket } from "@/lib/shared/bucket-range";
import { DatasetPanel } from "./dataset-panel";

const HEIGHT = 224;
const CallbacksChart = dynamic(
  () => import("@/components/charts/callbacks-chart").then((file) => file.CallbacksChart),
  {
    loading: () => <Loading height={HEIGHT} />,
  },
);

/** Callbacks asked for and accepted, and how long customers waited for them. */
export function CallbacksPanel() {
  const [view] = useView();
  const router = useRouter();
  const summary = useQuery(datasetQuery("summary", withParameters(selectionSearch(view), { compare: "previous" })));
  const median = summary.data?.rows[0]?.callbackWaitSecondsMedian;
  return (
    <DatasetPanel
      dataset="callbacks"
      title="Callbacks"
      note="asked for and accepted"
      span={4}
      height={HEIGHT + 28}
      isEmpty={(reply) => reply.rows.every((row) => row.callbacksOpted === 0)}
      emptyMessage="Nobody asked for a callback in this range."
    >
      {(reply, isTable) => (
        <CallbacksChart
          label="Callbacks"
          rows={reply.rows}
          interval={intervalOf(reply)}
          medianWait={typeof median === "number" ? median : null}
          isTable={isTable}
          onSelect={({ bucket }) => router.push(conversationsHref(view, {}, rangeOfBucket(bucket, intervalOf(reply))))}
        />
      )}
    </DatasetPanel>
  );
}
