"use client";

import Link from "next/link";
import { Dialog } from "@/components/ui/overlay/dialog";
import type { Column, LeftOut } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import { LEFT_OUT_WORDS } from "@/lib/shared/glossary";

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
              <dt className="font-semibold">
                <Link href={`/glossary#${id}`} className="hover:underline">
                  {label}
                </Link>
              </dt>
              <dd className="text-ink-2">{definition}</dd>
              {describeLeftOut(id, leftOut) && <dd className="text-ink-3 text-s">{describeLeftOut(id, leftOut)}</dd>}
            </div>
          ))}
        </dl>
      )}
    </Dialog>
  );
}

/** `Left out here: 12 outbound, 3 without the value.` */
function describeLeftOut(metric: string, leftOut: readonly LeftOut[]): string {
  const parts = leftOut
    .filter((part) => part.metric === metric && part.records > 0)
    .map(({ reason, records }) => `${formatValue(records, "count")} ${LEFT_OUT_WORDS[reason].short}`);
  return parts.length === 0 ? "" : `Left out here: ${parts.join(", ")}.`;
}
