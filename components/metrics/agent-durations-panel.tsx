"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useView } from "@/components/data/use-view";
import { conversationsHref } from "@/components/data/view";
import { Loading } from "@/components/ui/panel-state";
import { intervalOf, isLastBucketOpen, rangeOfBucket } from "@/lib/shared/bucket-range";
import { DatasetPanel } from "./dataset-panel";

const HEIGHT = 240;
const TrendChart = dynamic(() => import("@/components/charts/trend-chart").then((file) => file.TrendChart), {
  loading: () => <Loading height={HEIGHT} />,
});

/** How long agents take, over time. */
export function AgentDurationsPanel() {
  const [view] = useView();
  const router = useRouter();
  return (
    <DatasetPanel
      dataset="agent-durations"
      title="Agent durations"
      note="averages over answered segments"
      span={5}
      height={HEIGHT + 28}
      isEmpty={(reply) => reply.rows.every((row) => row.segmentsAnswered === 0)}
      emptyMessage="No agent answered a conversation in this range."
    >
      {(reply, isTable) => (
        <TrendChart
          label="Agent durations"
          rows={reply.rows}
          interval={intervalOf(reply)}
          lastBucketIsOpen={isLastBucketOpen(reply)}
          isTable={isTable}
          height={HEIGHT}
          onSelect={({ bucket }) => router.push(conversationsHref(view, {}, rangeOfBucket(bucket, intervalOf(reply))))}
        />
      )}
    </DatasetPanel>
  );
}
