"use client";

import { useApp } from "@/components/data/app-context";
import { DataTable } from "@/components/ui/table/data-table";
import type { TableColumn } from "@/components/ui/table/table-column";
import type { Row, Value } from "@/lib/shared/contract";
import type { ConversationItem } from "@/lib/shared/conversation";
import { formatShortDay, formatTime, MISSING } from "@/lib/shared/format";
import { secondsBetween } from "@/lib/shared/instants";

interface Props {
  items: readonly ConversationItem[];
  /** The instant of the reply, from which waiting is measured. */
  now: string;
  maxHeight: number;
  onOpen: (id: string) => void;
}

/** Callbacks that are due, a conversation a row: when they were asked for, how long ago, in which queue and by whom. */
export function CallbacksDue({ items, now, maxHeight, onOpen }: Props) {
  const { timeZone } = useApp();
  const columns: TableColumn[] = [
    {
      id: "askedAt",
      label: "Asked for",
      unit: "text",
      // The widest day.
      minWidth: 140,
      render: ({ askedAt }) =>
        typeof askedAt === "string" && `${formatShortDay(askedAt, timeZone)}, ${formatTime(askedAt, timeZone)}`,
    },
    { id: "waiting", label: "Waiting for", unit: "seconds" },
    { id: "queue", label: "Queue", unit: "text", render: ({ queue }) => <Cut text={queue} /> },
    { id: "customer", label: "Customer", unit: "text", render: ({ customer }) => <Cut text={customer} /> },
  ];
  return (
    <DataTable
      caption="Still waiting for a callback"
      columns={columns}
      rows={items.map((item) => toRow(item, now)).sort((a, b) => Number(b.waiting) - Number(a.waiting))}
      maxHeight={maxHeight}
      onRowAction={({ id }) => onOpen(String(id))}
    />
  );
}

function Cut({ text }: { text: Value | undefined }) {
  return text === null ? (
    MISSING
  ) : (
    <bdi title={String(text)} className="block max-w-28 truncate text-left 2xl:max-w-56">
      {text}
    </bdi>
  );
}

function toRow({ id, startedAt, callbackDue, queues, customer }: ConversationItem, now: string): Row {
  const askedAt = callbackDue?.askedAt ?? startedAt;
  return {
    id,
    askedAt,
    waiting: Math.max(0, secondsBetween(askedAt, now)),
    queue: callbackDue?.queue ?? queues.join(", "),
    customer,
  };
}
