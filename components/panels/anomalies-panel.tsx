"use client";

import { useView } from "@/components/data/use-view";
import { Fine, TooEarly } from "@/components/ui/panel/panel-state";
import { DataTable } from "@/components/ui/table/data-table";
import type { DatasetReply, Row, Usual } from "@/lib/shared/contract";
import { splitFilter } from "@/lib/shared/filter-values";
import { AnomalyList, figureOf } from "./anomaly-list";
import { DatasetPanel } from "./dataset-panel";

const HEIGHT = 288;
/** Names stand for them; the CSV has them. */
const IDS = new Set(["id", "metric", "unit"]);

/** What the view's numbers were not in the same span of earlier weeks, worst first; a click filters to it. */
export function AnomaliesPanel() {
  const [view] = useView();
  const isOneQueue = view.queue?.length === 1 && splitFilter(view.queue).excluded.length === 0;
  return (
    <DatasetPanel
      dataset="anomalies"
      title="Unusual"
      note={({ usual }) => (usual && hasHistory(usual) ? `against ${earlierOf(usual)}` : "")}
      span={4}
      height={HEIGHT}
      isEmpty={() => false}
      emptyMessage=""
    >
      {(reply, isTable) =>
        isTable ? (
          <AnomalyTable {...reply} />
        ) : reply.rows.length > 0 ? (
          // Under one queue the floor is that queue: it is said once.
          <div className="flex flex-col">
            <AnomalyList rows={isOneQueue ? reply.rows.filter(({ kind }) => kind !== "queue") : reply.rows} />
            {reply.usual && <Basis usual={reply.usual} />}
          </div>
        ) : (
          <NothingUnusual {...reply} />
        )
      }
    </DatasetPanel>
  );
}

const hasHistory = ({ spans, spansNeeded }: Usual) => spans >= spansNeeded;

/** `4 earlier weeks` */
function earlierOf({ spans, weeksApart }: Usual): string {
  return weeksApart === 1 ? `${spans} earlier weeks` : `${spans} spans, ${weeksApart} weeks apart`;
}

/** What was compared, in a sentence; the whole rule is in the panel's menu. */
function Basis({ usual }: { usual: Usual }) {
  const until = usual.to.includes("T") ? `, each only to ${usual.to.slice(11)} of its last day` : "";
  return (
    <p className="mt-auto pt-2 text-ink-3 text-s">
      Usual is the lowest to the highest of the same days in {earlierOf(usual)}
      {until}.
    </p>
  );
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
    ? `It takes ${usual?.spansNeeded} earlier spans like this one; ${usual?.spans} of them are fully synced.`
    : "This range is not fully synced yet.";
  return <TooEarly message="Not enough history yet" hint={hint} />;
}

/** Values in the unit of their row. */
function AnomalyTable({ columns, rows }: DatasetReply) {
  const shown = columns
    .filter(({ id }) => !IDS.has(id))
    .map((column) =>
      /^(value|usual)/.test(column.id) ? { ...column, render: (row: Row) => figureOf(row, column.id) } : column,
    );
  return <DataTable caption="Unusual" columns={shown} rows={rows} maxHeight={HEIGHT} />;
}
