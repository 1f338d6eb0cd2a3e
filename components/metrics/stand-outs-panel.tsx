"use client";

import { useView } from "@/components/data/use-view";
import { DataTable } from "@/components/ui/data-table";
import { Fine, TooEarly } from "@/components/ui/panel-state";
import type { DatasetReply, Row, Usual } from "@/lib/shared/contract";
import { UNITS, type Unit } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import { DatasetPanel } from "./dataset-panel";
import { StandOutList } from "./stand-out-list";

const HEIGHT = 288;
/** Names stand for them; the CSV has them. */
const IDS = new Set(["id", "metric", "unit"]);

/** What the view's numbers were not in the same span of earlier weeks, worst first; a click filters to it. */
export function StandOutsPanel() {
  const [view] = useView();
  const isOneQueue = view.queue?.length === 1 && !view.queue[0]?.startsWith("!");
  return (
    <DatasetPanel
      dataset="stand-outs"
      title="Unusual"
      note={({ usual }) => (usual && hasHistory(usual) ? noteOf(usual) : "")}
      span={4}
      height={HEIGHT}
      isEmpty={() => false}
      emptyMessage=""
    >
      {(reply, isTable) =>
        isTable ? (
          <StandOutTable {...reply} />
        ) : reply.rows.length > 0 ? (
          // Under one queue the floor is that queue: it is said once.
          <StandOutList rows={isOneQueue ? reply.rows.filter(({ kind }) => kind !== "queue") : reply.rows} />
        ) : (
          <NothingUnusual {...reply} />
        )
      }
    </DatasetPanel>
  );
}

const hasHistory = ({ spans, spansNeeded }: Usual) => spans >= spansNeeded;

/** `to 14:32, against the same days and hours of 4 earlier weeks` */
function noteOf({ to, spans, weeksApart }: Usual): string {
  const until = to.includes("T") ? `to ${to.slice(11)}, ` : "";
  const earlier = weeksApart === 1 ? `${spans} earlier weeks` : `${spans} earlier spans, ${weeksApart} weeks apart`;
  return `${until}against the same days and hours of ${earlier}`;
}

function NothingUnusual({ usual, meta }: DatasetReply) {
  if (usual && hasHistory(usual)) {
    return (
      <Fine
        message="Nothing unusual"
        hint="Queues, waits, callbacks, the bot and agents are where they were in the same hours of earlier weeks."
      />
    );
  }
  const hint = meta.complete
    ? `It takes ${usual?.spansNeeded} earlier spans like this one; the copy holds ${usual?.spans} of them whole.`
    : "The copy of this range is not finished yet.";
  return <TooEarly message="Not enough history yet" hint={hint} />;
}

const unitOf = (row: Row): Unit => UNITS.find((unit) => unit === row.unit) ?? "score";

/** Values in the unit of their row. */
function StandOutTable({ columns, rows }: DatasetReply) {
  const shown = columns
    .filter(({ id }) => !IDS.has(id))
    .map((column) =>
      /^(value|usual)/.test(column.id)
        ? { ...column, render: (row: Row) => formatValue(row[column.id], unitOf(row)) }
        : column,
    );
  return <DataTable caption="Unusual" columns={shown} rows={rows} maxHeight={HEIGHT} />;
}
