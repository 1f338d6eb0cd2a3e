"use client";

import { ChartFrame, type ChartProps } from "@/components/charts/frame/chart-frame";
import { useRoving } from "@/components/charts/plot/use-roving";
import { formatShort, formatValue } from "@/lib/shared/format";
import { heatStep, heatStyle } from "./heat";

export interface MatrixCell {
  row: string;
  column: string;
  value: number;
}

export interface MatrixProps extends ChartProps {
  /** Cells that hold something; the others are none. Rows and columns stand in the order of their totals. */
  cells: readonly MatrixCell[];
  /** What the two sides are: “Final status”, “Disconnecting event”. */
  rowLabel: string;
  columnLabel: string;
  onSelect?: (cell: { row: string; column: string }) => void;
}

const ROW_HEAD_WIDTH = 82;
const LEAST_CELL_WIDTH = 43;
/** From here on a number has to be set narrower to fit into a cell. */
const LONG_FROM = 10_000;
/** Fewer, after a filter, are no wider. */
const LEAST_COLUMNS = 6;

/** Two dimensions against each other, washed by size; the number stands in every cell. */
export function Matrix({ label, isTable, cells, rowLabel, columnLabel, onSelect }: MatrixProps) {
  const rows = namesByTotal(cells, "row");
  const columns = namesByTotal(cells, "column");
  const largest = Math.max(0, ...cells.map((cell) => cell.value));
  const countAt = (row: string, column: string) =>
    cells.find((cell) => cell.row === row && cell.column === column)?.value ?? 0;
  const [table, handleKey] = useRoving<HTMLTableElement>(columns.length);
  return (
    <ChartFrame
      label={label}
      isTable={isTable}
      summary={summarizeMatrix(cells)}
      columns={[
        { id: "row", label: rowLabel, unit: "text" },
        { id: "column", label: columnLabel, unit: "text" },
        { id: "value", label: "Conversations", unit: "count" },
      ]}
      rows={cells.map((cell) => ({ ...cell }))}
    >
      <div className="scroll-hint overflow-x-auto p-0.5">
        <table
          ref={table}
          onKeyDown={handleKey}
          className="w-full table-fixed border-separate border-spacing-0.5 text-s"
          style={{ minWidth: ROW_HEAD_WIDTH + Math.max(LEAST_COLUMNS, columns.length) * LEAST_CELL_WIDTH }}
        >
          <caption className="sr-only">
            {label}: {rowLabel} by {columnLabel}
          </caption>
          <thead>
            <tr>
              <td style={{ width: ROW_HEAD_WIDTH }} />
              {columns.map((column, place) => (
                <th
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is a place by size, filled anew
                  key={place}
                  scope="col"
                  className="h-8 pb-1 align-bottom font-normal text-ink-3 text-xs leading-tight tracking-tight"
                >
                  <bdi key={column}>{withBreaks(column)}</bdi>
                </th>
              ))}
              {columns.length < LEAST_COLUMNS && <td colSpan={LEAST_COLUMNS - columns.length} />}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is a place by size, filled anew
              <tr key={place}>
                <th scope="row" className="pr-1 text-left font-normal text-xs leading-tight [overflow-wrap:anywhere]">
                  <bdi key={row}>{withBreaks(row)}</bdi>
                </th>
                {columns.map((column, cell) => (
                  <Cell
                    // biome-ignore lint/suspicious/noArrayIndexKey: as its column
                    key={cell}
                    name={`${row}, ${column}`}
                    value={countAt(row, column)}
                    step={heatStep(countAt(row, column), largest)}
                    onSelect={onSelect && (() => onSelect({ row, column }))}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ChartFrame>
  );
}

interface CellProps {
  name: string;
  value: number;
  step: number;
  onSelect?: () => void;
}

function Cell({ name, value, step, onSelect }: CellProps) {
  const text =
    value === 0 ? (
      <span className="text-ink-3">·</span>
    ) : (
      <span key={value} className={value >= LONG_FROM ? "text-xs tracking-tighter" : ""}>
        {formatShort(value, "count")}
      </span>
    );
  const look = "block h-7 w-full rounded-[3px] px-0.5 text-center leading-7";
  return (
    <td className="p-0">
      {onSelect ? (
        <button
          data-point=""
          type="button"
          onClick={onSelect}
          aria-label={`${name}: ${formatValue(value, "count")}`}
          style={heatStyle(step)}
          className={`${look} cursor-pointer hover:outline-2 hover:outline-ink-3`}
        >
          {text}
        </button>
      ) : (
        <span style={heatStyle(step)} className={look}>
          {text}
        </span>
      )}
    </td>
  );
}

/** The source's names may break where they have an underscore. */
function withBreaks(name: string): string {
  return name.replaceAll("_", "_\u200B");
}

function namesByTotal(cells: readonly MatrixCell[], side: "row" | "column"): string[] {
  const totals = new Map<string, number>();
  for (const cell of cells) {
    totals.set(cell[side], (totals.get(cell[side]) ?? 0) + cell.value);
  }
  return [...totals].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

/** `The most frequent pair is CLOSED with User Hangup: 3,904 of 12,846.` */
export function summarizeMatrix(cells: readonly MatrixCell[]): string {
  const total = cells.reduce((sum, cell) => sum + cell.value, 0);
  const most = cells.reduce<MatrixCell | undefined>(
    (best, cell) => (cell.value > (best?.value ?? 0) ? cell : best),
    undefined,
  );
  const count = (value: number) => formatValue(value, "count");
  return most
    ? `The most frequent pair is ${most.row} with ${most.column}: ${count(most.value)} of ${count(total)}.`
    : "Nothing in this range.";
}
