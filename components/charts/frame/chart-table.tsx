import type { Column, Row } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";

interface Props {
  label: string;
  columns: readonly Column[];
  rows: readonly Row[];
}

/** A chart's rows as a plain table; it has the look of ui/data-table, which charts may not import. */
export function ChartTable({ label, columns, rows }: Props) {
  const align = (column: Column) => (column.unit === "text" || column.unit === "bucket" ? "" : "is-number");
  return (
    // A region that may scroll must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section aria-label={`${label}, table`} tabIndex={0} className="max-h-80 overflow-auto">
      <table className="data-table">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={align(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity, and are replaced together
            <tr key={position}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.id} scope="row" className="max-w-60 truncate" title={String(row[column.id] ?? "")}>
                    <bdi>{formatValue(row[column.id], column.unit)}</bdi>
                  </th>
                ) : (
                  <td key={column.id} className={align(column)}>
                    {formatValue(row[column.id], column.unit)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
