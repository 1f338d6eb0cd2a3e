"use client";

import { useDataset } from "@/components/data/use-dataset";
import { TablePanel } from "@/components/panels/table-panel";
import { PAGES } from "@/components/shell/pages";
import { ABANDON_LIMIT, SERVICE_LEVEL_TARGET, standsOut } from "@/lib/shared/anomalies";
import type { DatasetReply } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import { datasetSearch } from "@/lib/shared/view";

const QUEUE_COLUMNS = [
  { id: "queueName" },
  { id: "offered" },
  { id: "notInTime" },
  { id: "serviceLevel" },
  { id: "queueAbandonRate", label: "Abandoned" },
  { id: "waitSecondsAverage", label: "Wait avg" },
  { id: "waitSecondsP90", label: "Wait p90" },
  { id: "callbacksOutstanding", label: "Callbacks due" },
];

const countOf = ({ rows }: DatasetReply) =>
  `${formatValue(rows.length, "count")} ${rows.length === 1 ? "queue" : "queues"}`;
const asPercent = (share: number) => `${share * 100} %`;

/** Which queues are in trouble: first the one where most people were not answered in time. */
export function QueueTable() {
  const summary = useDataset("summary", (of) => datasetSearch("summary", of, PAGES.queues.figures));
  const all = summary.data?.rows[0];
  const limits = `marked: service level under ${asPercent(SERVICE_LEVEL_TARGET)} or abandoned over ${asPercent(ABANDON_LIMIT)}, and clearly worse than all together`;
  return (
    <TablePanel
      dataset="queues"
      title="All queues"
      note={(reply) => `${countOf(reply)}; ${limits}`}
      columns={QUEUE_COLUMNS}
      bars={["serviceLevel", "queueAbandonRate", "waitSecondsP90"]}
      sort={{ column: "notInTime", isDescending: true }}
      isBad={(row, column) => standsOut(column, row[column], all?.[column])}
      emptyMessage="No conversation was sent to a queue in this range."
    />
  );
}

const CALLBACK_COLUMNS = [
  { id: "queueName" },
  { id: "callbacksOutstanding", label: "Outstanding" },
  { id: "callbacksOpted", label: "Asked for" },
  { id: "callbacksAccepted", label: "Accepted" },
  { id: "callbackAcceptRate", label: "Accept rate" },
  { id: "callbackOptRate", label: "Opt rate" },
  { id: "callbackWaitSecondsMedian", label: "Wait median" },
  { id: "callbackWaitSecondsP90", label: "Wait p90" },
];

/** In which queues callbacks are asked for, kept, and still due. */
export function CallbackTable() {
  return (
    <TablePanel
      dataset="queues"
      title="Callbacks by queue"
      note={countOf}
      columns={CALLBACK_COLUMNS}
      bars={["callbacksOutstanding", "callbackAcceptRate", "callbackWaitSecondsP90"]}
      sort={{ column: "callbacksOutstanding", isDescending: true }}
      metric="callbacksOpted"
      emptyMessage="No conversation was sent to a queue in this range."
    />
  );
}
