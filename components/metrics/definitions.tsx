"use client";

import { Dialog } from "@/components/ui/dialog";
import type { Column } from "@/lib/shared/contract";

interface Props {
  title: string;
  columns: readonly Column[];
  onClose: () => void;
}

/** What each number of a panel counts, as the metric layer defines it. */
export function Definitions({ title, columns, onClose }: Props) {
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
            </div>
          ))}
        </dl>
      )}
    </Dialog>
  );
}
