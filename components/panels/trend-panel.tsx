"use client";

import { useView } from "@/components/data/use-view";
import type { PanelSpan } from "@/components/ui/panel/panel";
import type { DatasetReply } from "@/lib/shared/contract";
import type { DatasetId } from "@/lib/shared/datasets";
import { DatasetPanel } from "./dataset-panel";
import { TrendChart } from "./lazy-trend-chart";
import { seriesNote, useSeries } from "./use-series";

export const CHART_HEIGHT = 260;

/** The id of a page's main chart, whichever metric it shows. */
export const MAIN_CHART = "main";

/** Metrics in one unit that are read together, each in its colour; and the tiles that bring them up. */
export interface Trend {
  title: string;
  lines: readonly (readonly [metric: string, colour: string])[];
}

interface Props {
  dataset: DatasetId;
  /** The first is shown unless the tile that is pressed is in another. */
  trends: readonly [Trend, ...Trend[]];
  span?: PanelSpan;
  /** Of the chart, where its neighbours are taller than it. */
  height?: number;
}

/** The page's main chart: the metric of the tile that is pressed over time, beside those that explain it. */
export function TrendPanel({ dataset, trends, span = 7, height = CHART_HEIGHT }: Props) {
  const [view] = useView();
  const seriesOf = useSeries(dataset);
  const { title, lines } = trends.find((trend) => trend.lines.some(([id]) => id === view.metric)) ?? trends[0];
  return (
    <DatasetPanel
      dataset={dataset}
      id={MAIN_CHART}
      title={title}
      note={seriesNote}
      span={span}
      height={height + 28}
      isEmpty={(reply) => lines.every(([id]) => hasNothing(reply, id))}
      emptyMessage="No record in this range carries these figures."
    >
      {(reply, isTable) => {
        const columnOf = (id: string) => reply.columns.find((column) => column.id === id);
        return (
          <TrendChart
            label={title}
            {...seriesOf(reply)}
            series={lines.map(([key, colour]) => ({ key, label: columnOf(key)?.label ?? key, colour }))}
            unit={columnOf(lines[0]?.[0] ?? "")?.unit ?? "count"}
            isTable={isTable}
            height={height}
          />
        );
      }}
    </DatasetPanel>
  );
}

/** A count of nothing throughout is nothing to draw, where a rate of 0 % is. */
function hasNothing({ columns, rows }: DatasetReply, id: string): boolean {
  const isCount = columns.find((column) => column.id === id)?.unit === "count";
  return rows.every((row) => row[id] === null || (isCount && row[id] === 0));
}
