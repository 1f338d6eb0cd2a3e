"use client";

import { Dialog } from "@/components/ui/dialog";
import type { Column, LeftOut, LeftOutReason } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";

interface Props {
  title: string;
  columns: readonly Column[];
  leftOut: readonly LeftOut[];
  onClose: () => void;
}

/** What each number of a panel counts, as the metric layer defines it. */
export function Definitions({ title, columns, leftOut, onClose }: Props) {
  const defined = columns.filter(({ definition }) => definition);
  return (
    <Dialog title={`What “${title}” counts`} isOpen onOpenChange={onClose}>
      {defined.length === 0 ? (
        <p className="text-ink-2">These are the source’s own values, as they came.</p>
      ) : (
        <dl className="grid gap-2.5">
          {defined.map(({ id, label, definition }) => (
            <div key={id}>
              <dt className="font-semibold">{label}</dt>
              <dd className="text-ink-2">{definition}</dd>
              {describeLeftOut(id, leftOut) && <dd className="text-ink-3 text-s">{describeLeftOut(id, leftOut)}</dd>}
            </div>
          ))}
        </dl>
      )}
    </Dialog>
  );
}

const REASONS: Record<LeftOutReason, string> = {
  missing: "without the value",
  negative: "with a negative duration",
  outbound: "outbound",
  callback: "that opted for a callback",
  open: "still open",
  shortAbandon: "abandoned within the set seconds",
};

/** `Left out here: 12 outbound, 3 without the value.` */
function describeLeftOut(metric: string, leftOut: readonly LeftOut[]): string {
  const parts = leftOut
    .filter((part) => part.metric === metric && part.records > 0)
    .map(({ reason, records }) => `${formatValue(records, "count")} ${REASONS[reason]}`);
  return parts.length === 0 ? "" : `Left out here: ${parts.join(", ")}.`;
}
