"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { useApp } from "@/components/data/app-context";
import { useView } from "@/components/data/use-view";
import type { ConversationItem } from "@/lib/shared/conversation";
import { listHref } from "@/lib/shared/view";
import { ListRow } from "./list-row";
import { SortHeader } from "./list-sort";
import { HEAD_HEIGHT, ROW_HEIGHT } from "./row-window";
import { useColumns } from "./use-columns";
import { useListRows } from "./use-list-rows";
import { useRowCursor } from "./use-row-cursor";
import { useRowWindow } from "./use-row-window";

interface Props {
  /** The list's query string. */
  search: string;
  firstPage: readonly ConversationItem[];
  total: number;
}

/** Rows that no screen is high enough to show at once. */
const MOST_HIGH = 1000;

/** The whole list as one table: a million rows scroll like a hundred, of which only those in sight are drawn. */
export function ListTable({ search, firstPage, total }: Props) {
  const { timeZone } = useApp();
  const [view] = useView();
  const [columns, , isUsual] = useColumns();
  const { box, reveal, first, end, before, after } = useRowWindow(total);
  const rowAt = useListRows(search, firstPage, { first, end, total });
  const { stop, handleKey, handleOpen } = useRowCursor({ search, total, box, reveal });
  useSteadyRows(box, rowAt);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const drawn = new Set<string>();
  const keyOf = (id: string | undefined, index: number) => {
    // A row keeps its identity, and with it the focus, when new ones come in above it.
    const key = id === undefined || drawn.has(id) ? index : id;
    drawn.add(String(key));
    return key;
  };
  const isStopDrawn = stop >= first && stop < end;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the rows' links, which take focus themselves
    <div
      ref={box}
      tabIndex={-1}
      onKeyDown={handleKey}
      className="-mx-3.5 max-h-[max(420px,calc(100dvh-196px))] overflow-auto overscroll-y-contain px-3.5 [contain:strict]"
      style={{ height: HEAD_HEIGHT + Math.min(total, MOST_HIGH) * ROW_HEIGHT + 12, overflowAnchor: "none" }}
    >
      <table
        aria-rowcount={total + 1}
        data-digest={isUsual ? "" : undefined}
        className="data-table table-fixed"
        style={{ minWidth: `var(--least-width, ${width}px)` }}
      >
        <caption className="sr-only">Conversations; each row opens one</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} width={`${(100 * column.width) / width}%`} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1} style={{ height: HEAD_HEIGHT }}>
            {columns.map(({ id, label, sort, isNumber }) => (
              <SortHeader key={id} label={label} sort={sort} isNumber={isNumber} />
            ))}
          </tr>
        </thead>
        {/* Rows of another list are other rows: none is an old one moved. */}
        <tbody key={search}>
          {before > 0 && <Spacer height={before} />}
          {Array.from({ length: end - first }, (_, position) => {
            const index = first + position;
            const item = rowAt(index);
            return (
              <ListRow
                key={keyOf(item?.id, index)}
                item={item}
                index={index}
                columns={columns}
                timeZone={timeZone}
                href={item ? listHref(`/conversations/${encodeURIComponent(item.id)}`, view) : ""}
                isStop={isStopDrawn ? index === stop : position === 0}
                onOpen={handleOpen}
              />
            );
          })}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
    </div>
  );
}

function Spacer({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

/** How far a row is looked for when others have come in above it. */
const MOST_ROWS = 100;
const useIsomorphicLayoutEffect = typeof window === "undefined" ? useEffect : useLayoutEffect;

/** Keeps the rows in sight in place when a sync adds rows above them. */
function useSteadyRows(
  box: RefObject<HTMLDivElement | null>,
  rowAt: (index: number) => ConversationItem | undefined,
): void {
  const seen = useRef<{ index: number; id: string } | null>(null);
  useIsomorphicLayoutEffect(() => {
    const top = box.current?.scrollTop ?? 0;
    const index = Math.floor(top / ROW_HEIGHT);
    const id = rowAt(index)?.id;
    const last = seen.current;
    seen.current = id === undefined ? last : { index, id };
    if (!box.current || top === 0 || !last || id === undefined || last.index !== index || last.id === id) {
      return;
    }
    const shift = Array.from({ length: MOST_ROWS }, (_, step) => step + 1)
      .flatMap((step) => [step, -step])
      .find((step) => rowAt(index + step)?.id === last.id);
    if (shift !== undefined) {
      seen.current = { index: index + shift, id: last.id };
      box.current.scrollTop = top + shift * ROW_HEIGHT;
    }
  });
}
