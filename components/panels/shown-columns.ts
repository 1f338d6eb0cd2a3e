import type { TableColumn } from "@/components/ui/table/table-column";
import type { Column } from "@/lib/shared/contract";

/** A column by its id, with another label or another look than its own. */
export type Shown = Partial<TableColumn> & Pick<Column, "id">;

/** Names stand for them; the table view and the CSV have them. */
const IDS = new Set(["queueId", "agentId"]);

/** The columns of a dataset that a table shows: those named, in that order, or all but ids. */
export function pickColumns(columns: readonly Column[], shown: readonly Shown[] | undefined): TableColumn[] {
  if (!shown) {
    return columns.filter(({ id }) => !IDS.has(id));
  }
  return shown.flatMap((look) => {
    const column = columns.find(({ id }) => id === look.id);
    return column ? [{ ...column, ...look }] : [];
  });
}
