import { TriangleAlert } from "lucide-react";
import { Fragment } from "react";
import type { Row } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import { isRightAligned, type TableColumn } from "./table-column";

interface Props {
  column: TableColumn;
  row: Row;
  isHeader: boolean;
  isBad: boolean;
  /** Value at which the cell's bar is full; without it there is no bar. */
  barOf?: number;
  hasAction: boolean;
}

/** A text that the source gave, though nothing stands in it. */
const EMPTY = <span className="text-ink-3">(empty)</span>;

/** Wide enough for most names, so that other ones, after a filter, do not move what is beside them. */
const NAMES = "@5xl:min-w-56 @7xl:min-w-72 @md:min-w-44 min-w-36";

export function DataCell({ column, row, isHeader, isBad, barOf, hasAction }: Props) {
  const value = row[column.id] ?? null;
  const words = column.render?.(row) ?? (value === "" ? EMPTY : formatValue(value, column.unit));
  // Another number is another text: it begins where its digits do, and is not the old one moved.
  const text = <Fragment key={String(value)}>{isBad ? <Marked>{words}</Marked> : words}</Fragment>;
  const content =
    barOf === undefined ? (
      text
    ) : (
      <Bar share={typeof value === "number" ? value / barOf : 0} isBad={isBad}>
        {text}
      </Bar>
    );
  const align = isRightAligned(column) ? "is-number" : "";
  const ink = isBad ? "font-semibold text-bad" : "";
  if (!isHeader) {
    return (
      <td className={`${align} ${ink}`} style={{ minWidth: column.minWidth }}>
        {content}
      </td>
    );
  }
  return (
    <th
      scope="row"
      className={`@5xl:max-w-72 @7xl:max-w-md @md:max-w-56 max-w-36 truncate ${column.render ? "" : NAMES} ${align} ${ink}`}
      style={{ minWidth: column.minWidth }}
      title={typeof value === "string" ? value : undefined}
    >
      {hasAction ? (
        // The row's click handler does the work: the button's own click bubbles to it.
        <button
          type="button"
          className="max-w-full cursor-pointer truncate rounded-small align-bottom text-left underline-offset-2 hover:underline"
        >
          <bdi key={String(value)}>{content}</bdi>
        </button>
      ) : (
        <bdi key={String(value)}>{content}</bdi>
      )}
    </th>
  );
}

/** Bold, and with a sign of its own: colour does not carry it alone. */
function Marked({ children }: { children: React.ReactNode }) {
  return (
    <span className="whitespace-nowrap">
      <TriangleAlert role="img" aria-label="Stands out" className="-mt-0.5 mr-1 inline size-3" />
      {children}
    </span>
  );
}

function Bar({ share, isBad, children }: { share: number; isBad: boolean; children: React.ReactNode }) {
  return (
    <span className="inline-flex items-center justify-end gap-2 align-bottom">
      <i aria-hidden className="h-1.5 w-14 rounded-[3px] bg-sunken md:w-16">
        <i
          className={`block h-full rounded-[3px] ${isBad ? "bg-bad" : "bg-answered"}`}
          style={{ width: `${Math.min(1, Math.max(0, share || 0)) * 100}%` }}
        />
      </i>
      <span className="min-w-[72px]">{children}</span>
    </span>
  );
}
