"use client";

import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Panel } from "@/components/ui/panel";
import type { TableColumn } from "@/components/ui/table-column";
import type { Row, SyncReply } from "@/lib/shared/contract";
import { formatDay, formatSeconds, formatTime, formatValue } from "@/lib/shared/format";
import { runSync } from "./sync-actions";

const COLUMNS: TableColumn[] = [
  {
    id: "from",
    label: "From",
    unit: "text",
    render: ({ from }: Row) => <span className="whitespace-normal">{from}</span>,
  },
  { id: "to", label: "To", unit: "text" },
  { id: "length", label: "Length", unit: "text" },
  {
    id: "reason",
    label: "Reason",
    unit: "text",
    render: ({ reason }: Row) => <span className="block min-w-64 whitespace-normal">{reason}</span>,
  },
];
const MOST = 200;

interface Props {
  gaps: SyncReply["gaps"];
  /** Whether they may be tried again now. */
  mayAct: boolean;
  timeZone: string;
}

/** Where the copy is not complete, and why. */
export function GapsPanel({ gaps, mayAct, timeZone }: Props) {
  const moment = (iso: string) => `${formatDay(iso, timeZone)}, ${formatTime(iso, timeZone, true)}`;
  const rows = gaps.slice(-MOST).map(({ from, to, reason }) => ({
    from: moment(from),
    to: moment(to),
    length: formatSeconds((Date.parse(to) - Date.parse(from)) / 1000),
    reason,
  }));
  const more = gaps.length > MOST ? `, the newest ${MOST} here` : "";
  return (
    <Panel
      title="Gaps"
      note={`${formatValue(gaps.length, "count")} ${gaps.length === 1 ? "part" : "parts"} of the history that the numbers do not hold${more}`}
      tools={
        mayAct && (
          <span className="pr-2">
            <Button onPress={() => void runSync("run")}>Try again now</Button>
          </span>
        )
      }
    >
      <DataTable caption="Gaps" columns={COLUMNS} rows={rows} maxHeight={320} />
    </Panel>
  );
}
