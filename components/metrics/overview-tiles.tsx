"use client";

import { useQuery } from "@tanstack/react-query";
import { Sparkline } from "@/components/charts/sparkline";
import { datasetQuery } from "@/components/data/queries";
import { useView } from "@/components/data/use-view";
import { datasetSearch } from "@/components/data/view";
import { formatRange } from "@/components/ui/date-presets";
import { Loading } from "@/components/ui/panel-state";
import { Tile } from "@/components/ui/tile";
import { Tiles } from "@/components/ui/tiles";
import type { Column, Row } from "@/lib/shared/contract";
import { formatChange, formatShort } from "@/lib/shared/format";
import { PanelFailure } from "./panel-failure";

/** The metrics of Overview's tiles, in the order of urgency; the first is on the main chart unless another is chosen. */
export const TILE_METRICS = [
  "conversations",
  "serviceLevel",
  "queueAbandonRate",
  "waitSecondsAverage",
  "handleSecondsAverage",
  "containmentRate",
  "callbackAcceptRate",
] as const;

/** The key figures with their change against the range before, and their course. */
export function OverviewTiles() {
  const [view, setView] = useView();
  const summary = useQuery(datasetQuery("summary", datasetSearch("summary", view)));
  // Finer intervals than the usual one would be noise at this size.
  const trends = useQuery(datasetQuery("trends", datasetSearch("trends", { ...view, interval: null })));
  if (summary.error) {
    return (
      <div className="col-span-full rounded-panel border border-line bg-surface">
        <PanelFailure error={summary.error} onRetry={() => void summary.refetch()} />
      </div>
    );
  }
  if (!summary.data) {
    return (
      <div className="col-span-full">
        <Loading height={98} label="Loading the key figures" />
      </div>
    );
  }
  const { columns, rows, comparison } = summary.data;
  return (
    <Tiles
      note={comparison && `Changes against ${formatRange(comparison)}`}
      isStale={summary.isPlaceholderData || trends.isPlaceholderData}
    >
      {TILE_METRICS.map((id) => {
        const column = columns.find((candidate) => candidate.id === id);
        return column ? (
          <Tile
            key={id}
            label={column.label}
            value={formatShort(rows[0]?.[id], column.unit)}
            definition={column.definition ?? column.label}
            {...changeOf(column, rows[0], comparison?.rows[0])}
            isSelected={(view.metric ?? TILE_METRICS[0]) === id}
            onPress={() => setView({ metric: id === TILE_METRICS[0] ? null : id })}
          >
            <Sparkline values={(trends.data?.rows ?? []).map((row) => numberOf(row[id]))} />
          </Tile>
        ) : null;
      })}
    </Tiles>
  );
}

const numberOf = (value: unknown) => (typeof value === "number" ? value : null);

function changeOf({ id, unit, good }: Column, row: Row | undefined, before: Row | undefined) {
  const value = numberOf(row?.[id]);
  const earlier = numberOf(before?.[id]);
  const change = formatChange(value, earlier, unit);
  const isSame = value === null || earlier === null || good === undefined || (change?.startsWith("±") ?? true);
  const isBetter = !isSame && (good === "up") === value > earlier;
  return { change, changeTone: isSame ? ("flat" as const) : isBetter ? ("good" as const) : ("bad" as const) };
}
