"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useApp } from "@/components/data/app-context";
import { useView } from "@/components/data/use-view";
import { hrefOf } from "@/components/data/view";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { ConversationItem } from "@/lib/shared/conversation";
import { formatShortDay, formatTime, formatValue } from "@/lib/shared/format";
import type { ConversationSort } from "@/lib/shared/query";
import { OutcomeMark } from "./outcome-mark";
import { SortHeader } from "./sort-header";

interface TableColumn {
  label: string;
  sort?: ConversationSort;
  isNumber?: boolean;
}

const COLUMNS: readonly TableColumn[] = [
  { label: "Started", sort: "startedAt" },
  { label: "Outcome", sort: "outcome" },
  { label: "Channel", sort: "channel" },
  { label: "Final status", sort: "finalStatus" },
  { label: "Disconnecting event" },
  { label: "Queue" },
  { label: "Agent" },
  { label: "Customer" },
  { label: "Duration", sort: "durationSeconds", isNumber: true },
];

/** The list as a table; the whole row opens its conversation, and so does the link in its first cell. */
export function ConversationTable({ items }: { items: readonly ConversationItem[] }) {
  return (
    <ScrollRegion label="Conversations">
      <table className="data-table">
        <caption className="sr-only">Conversations; each row opens one</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <SortHeader key={column.label} {...column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <ConversationRow key={item.id} item={item} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function ConversationRow({ item }: { item: ConversationItem }) {
  const { timeZone } = useApp();
  const [view] = useView();
  const router = useRouter();
  const href = hrefOf(`/conversations/${encodeURIComponent(item.id)}`, view);
  return (
    // The row's click is a convenience for the pointer; the link in it serves the keyboard and screen readers.
    <tr className="is-action cursor-pointer" onClick={() => router.push(href)}>
      <th scope="row">
        <Link href={href} prefetch={false} onClick={(event) => event.stopPropagation()} className="hover:underline">
          {formatShortDay(item.startedAt, timeZone)}{" "}
          <span className="text-ink-2">{formatTime(item.startedAt, timeZone, true)}</span>
        </Link>
      </th>
      <td>
        <OutcomeMark outcome={item.outcome} />
      </td>
      <td>{item.channel}</td>
      <td>{item.finalStatus}</td>
      <td>{item.disconnectingEvent}</td>
      <Names names={item.queues} />
      <Names names={item.agents} />
      <Names names={item.customer === null ? [] : [item.customer]} />
      <td className="is-number">{formatValue(item.durationSeconds, "seconds")}</td>
    </tr>
  );
}

/** Names cut at the cell's width; the whole stands in the title. */
function Names({ names }: { names: readonly string[] }) {
  const text = names.join(", ");
  return (
    <td className="max-w-36 truncate" title={text || undefined}>
      {text === "" ? <span className="text-ink-3">–</span> : <bdi>{text}</bdi>}
    </td>
  );
}
