import { DataTable } from "@/components/ui/data-table";
import { Panel } from "@/components/ui/panel";
import type { Column, SyncReply } from "@/lib/shared/contract";
import { formatDay, formatSeconds, formatTime } from "@/lib/shared/format";

const COLUMNS: Column[] = [
  { id: "from", label: "From", unit: "text" },
  { id: "to", label: "To", unit: "text" },
  { id: "length", label: "Length", unit: "text" },
  { id: "reason", label: "Reason", unit: "text" },
];
const MOST = 200;

/** Where the copy is not complete, and why. */
export function GapsPanel({ gaps, timeZone }: { gaps: SyncReply["gaps"]; timeZone: string }) {
  const moment = (iso: string) => `${formatDay(iso, timeZone)}, ${formatTime(iso, timeZone, true)}`;
  const rows = gaps.slice(-MOST).map(({ from, to, reason }) => ({
    from: moment(from),
    to: moment(to),
    length: formatSeconds((Date.parse(to) - Date.parse(from)) / 1000),
    reason,
  }));
  return (
    <Panel
      title="Gaps"
      note={gaps.length === 0 ? "none" : "parts of the history that the numbers do not hold"}
      span={6}
    >
      {rows.length === 0 ? (
        <p className="text-ink-2">Every second of the history asked for is copied.</p>
      ) : (
        <DataTable caption="Gaps" columns={COLUMNS} rows={rows} maxHeight={320} />
      )}
    </Panel>
  );
}
