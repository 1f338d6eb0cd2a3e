"use client";

import { FlowChart } from "@/components/charts/flow/flow-chart";
import { useView } from "@/components/data/use-view";
import { DatasetPanel } from "@/components/panels/dataset-panel";
import { useDrillDown } from "@/components/panels/use-drill-down";
import type { PanelSpan } from "@/components/ui/panel/panel";
import type { Row } from "@/lib/shared/contract";
import { filterValue } from "@/lib/shared/filter-values";
import { BOT, type FilterId } from "@/lib/shared/filters";

const HEIGHT = 340;
const COLUMNS = ["Channel", "Bot or first queue", "Outcome", "Ended by"];
const FILTERS: readonly FilterId[] = ["channel", "firstQueue", "outcome", "event"];

const toFlow = (row: Row) => ({
  step: Number(row.step),
  source: String(row.source),
  target: String(row.target),
  conversations: Number(row.conversations),
});

/** Where conversations come from, where they go and how they end; a place becomes a filter, a stream opens its conversations. */
export function FlowPanel({ title = "Flow", span = 12 }: { title?: string; span?: PanelSpan }) {
  const [, setView] = useView();
  const { open } = useDrillDown("flow");
  return (
    <DatasetPanel
      dataset="flow"
      title={title}
      note="conversations, from channel to end"
      span={span}
      height={HEIGHT + 22}
      emptyMessage="No conversation started in this range."
    >
      {({ rows }, isTable) => (
        <FlowChart
          label={title}
          rows={rows.map(toFlow)}
          columns={COLUMNS}
          height={HEIGHT}
          isTable={isTable}
          onSelect={({ column, name }) => {
            const filter = FILTERS[column];
            if (filter) {
              setView({ [filter]: [filterValue(filter === "firstQueue" ? queueOf(rows, name) : name)] });
            }
          }}
          onSelectLink={({ column, source, target }) => {
            const row = rows.find(
              (each) => each.step === column + 1 && each.source === source && each.target === target,
            );
            if (row) {
              open(row);
            }
          }}
        />
      )}
    </DatasetPanel>
  );
}

/** A queue is filtered by its id; what came to none is called as it is shown. */
function queueOf(rows: readonly Row[], name: string): string {
  const id = rows.find(({ step, target }) => step === 1 && target === name)?.queueId;
  return id ? String(id) : BOT;
}
