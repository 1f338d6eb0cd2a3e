import type { Column, DatasetReply } from "../../../lib/shared/contract";
import type { Unit } from "../../../lib/shared/units";
import { expect } from "./fixtures";
import type { Sheet } from "./panel";
import { standsFor } from "./shown";

/** A CSV holds a reply's columns by their labels, its rows in their order, and its values as they are. */
export function expectSameAsReply({ header, rows }: Sheet, { columns, ...reply }: DatasetReply): void {
  expect(header).toEqual(columns.map(({ label }) => label));
  const values = reply.rows.map((row) => columns.map(({ id }) => String(row[id] ?? "")));
  expect(rows.map((row) => row.map(withoutGuard))).toEqual(values);
}

/** Every column of a table is one of the CSV's, row by row: the one of that label, or any where the table names it anew. */
export function expectSameAsTable(csv: Sheet, table: Sheet, columns: readonly Column[]): void {
  expect(table.rows).toHaveLength(csv.rows.length);
  table.header.forEach((label, position) => {
    const shown = table.rows.map((row) => row[position] ?? "");
    const isColumn = ({ id, unit }: Column, index: number) =>
      csv.rows.every((row, line) => isSame(shown[line] ?? "", spell(id, row[index] ?? ""), unit));
    const named = columns.findIndex((column) => column.label === label);
    const found = columns.filter((column, index) => (named < 0 || named === index) && isColumn(column, index));
    expect(found, `“${label}” shows ${shown.join(" | ")}`).not.toHaveLength(0);
  });
}

const WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Weekdays and hours are numbers in a CSV and words in a table. */
function spell(column: string, cell: string): string {
  const pad = (hour: number) => `${String(hour % 24).padStart(2, "0")}:00`;
  const words: Record<string, () => string> = {
    weekday: () => WEEK[Number(cell) - 1] ?? cell,
    hour: () => `${pad(Number(cell))}–${pad(Number(cell) + 1)}`,
  };
  return words[column]?.() ?? cell;
}

function isSame(text: string, cell: string, unit: Unit): boolean {
  if (unit === "bucket") {
    const dayOrTime = cell.includes("T") ? cell.slice(11) : String(Number(cell.slice(8)));
    return text.includes(dayOrTime);
  }
  return standsFor(text, unit === "text" ? withoutGuard(cell) : cell === "" ? null : Number(cell), unit);
}

/** Text that a spreadsheet would run as a formula is led by an apostrophe (OWASP). */
function withoutGuard(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r])/, "");
}
