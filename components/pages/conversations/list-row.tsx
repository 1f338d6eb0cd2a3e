"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { memo } from "react";
import type { ConversationItem } from "@/lib/shared/conversation";
import { formatShortDay, formatTime, formatValue } from "@/lib/shared/format";
import type { ListColumn } from "./list-columns";
import { OutcomeMark } from "./outcome-mark";
import { ROW_HEIGHT } from "./row-window";

interface Props {
  item: ConversationItem | undefined;
  index: number;
  columns: readonly ListColumn[];
  timeZone: string;
  /** Address of the conversation. */
  href: string;
  /** The one row that Tab leads to. */
  isStop: boolean;
  onOpen: (index: number, id: string) => void;
}

/** A row of the list; the whole of it opens its conversation, and so does the link in its first cell. */
export const ListRow = memo(function ListRow({ item, index, columns, timeZone, href, isStop, onOpen }: Props) {
  const router = useRouter();
  const open = () => {
    if (item) {
      onOpen(index, item.id);
      router.push(href);
    }
  };
  return (
    // The row's click is a convenience for the pointer; the link in it serves the keyboard and screen readers.
    <tr
      aria-rowindex={index + 2}
      data-row={index}
      style={{ height: ROW_HEIGHT }}
      className="is-action cursor-pointer focus-within:*:bg-sunken"
      onClick={open}
    >
      {columns.map((column, position) => {
        const content = item && column.cell(item, timeZone);
        return position === 0 ? (
          <th key={column.id} scope="row" className="overflow-hidden">
            {item ? (
              <Link
                href={href}
                prefetch={false}
                tabIndex={isStop ? 0 : -1}
                onClick={(event) => {
                  event.stopPropagation();
                  onOpen(index, item.id);
                }}
                className="block truncate -outline-offset-1 hover:underline"
              >
                <span className="row-first">{content}</span>
                <ListDigest item={item} timeZone={timeZone} />
              </Link>
            ) : (
              <Coming />
            )}
          </th>
        ) : (
          <td key={column.id} className={`overflow-hidden ${column.isNumber ? "is-number" : ""}`}>
            {content ?? <Coming />}
          </td>
        );
      })}
    </tr>
  );
});

/** Holds the place of what is on its way. */
function Coming() {
  return <i aria-hidden className="block h-2 w-3/5 rounded-small bg-line opacity-60" />;
}

/** A conversation on two lines, as high as a row: when, how it came out and how long; then where and with whom. */
function ListDigest({ item, timeZone }: { item: ConversationItem; timeZone: string }) {
  const { startedAt, outcome, durationSeconds, channel, queues, agents, customer } = item;
  return (
    <span className="row-digest">
      <span className="flex gap-2 leading-4">
        <span>
          {formatShortDay(startedAt, timeZone)} {formatTime(startedAt, timeZone, true)}
        </span>
        <OutcomeMark outcome={outcome} />
        <span className="ml-auto">{formatValue(durationSeconds, "seconds")}</span>
      </span>
      <span className="block truncate text-ink-2 text-xs leading-[13px]">
        <bdi>{[...queues, ...agents, customer, channel].filter(Boolean).join(" · ")}</bdi>
      </span>
    </span>
  );
}
