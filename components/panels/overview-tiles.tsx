"use client";

import { useDataset } from "@/components/data/use-dataset";
import { useView } from "@/components/data/use-view";
import { formatRange } from "@/components/ui/date/date-presets";
import { Loading } from "@/components/ui/panel/panel-state";
import { Tiles } from "@/components/ui/panel/tiles";
import { isLastBucketOpen, isRangeOpen } from "@/lib/shared/bucket-range";
import type { DatasetReply, Meta } from "@/lib/shared/contract";
import type { DatasetId } from "@/lib/shared/datasets";
import { formatTime } from "@/lib/shared/format";
import { TILE_METRICS } from "@/lib/shared/tile-metrics";
import { datasetSearch } from "@/lib/shared/view";
import { KeyFigure } from "./key-figure";
import { PanelFailure } from "./panel-failure";
import { useAnomalies } from "./use-anomalies";

export interface TilesProps {
  /** Metrics of the summary, in the order of urgency; by default those of Overview. */
  metrics?: readonly string[];
  /** All that the page shows of the summary, where that is more: it is asked for once. */
  figures?: readonly string[];
  /** The dataset that has them over time. */
  series?: DatasetId;
  /** Shorter names than the metrics' own, where many tiles stand side by side. */
  labels?: Readonly<Record<string, string>>;
}

/** The key figures with their change against the range before, and their course. */
export function OverviewTiles({
  metrics = TILE_METRICS,
  figures = metrics,
  series = "trends",
  labels = {},
}: TilesProps) {
  const [view, setView] = useView();
  const chosen = metrics.find((id) => id === view.metric) ?? metrics[0];
  const summary = useDataset("summary", (of) => datasetSearch("summary", of, figures));
  // Finer intervals than the usual one would be noise at this size.
  const trends = useDataset(series, (of) => datasetSearch(series, { ...of, interval: null }));
  const { isFloorBad } = useAnomalies();
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
  const { columns, rows, comparison, meta } = summary.data;
  // Numbers of a part of a range would show changes that there are not.
  const before = meta.complete && comparison?.complete ? comparison.rows[0] : undefined;
  return (
    <Tiles
      note={comparison && noteOf(comparison, meta, metrics)}
      isStale={summary.isPlaceholderData || trends.isPlaceholderData}
    >
      {metrics.map((id) => {
        const column = columns.find((candidate) => candidate.id === id);
        return column ? (
          <KeyFigure
            key={id}
            column={column}
            label={labels[id] ?? column.label}
            row={rows[0]}
            before={before}
            course={trends.data?.rows}
            isLastOpen={trends.data !== undefined && isLastBucketOpen(trends.data)}
            isUnusual={isFloorBad(id)}
            isSelected={chosen === id}
            isFirst={id === metrics[0]}
            setView={setView}
          />
        ) : null;
      })}
    </Tiles>
  );
}

/** A range that is not over yet is held against a whole one: said, so that low counts are not taken for a fall. */
function noteOf(comparison: NonNullable<DatasetReply["comparison"]>, meta: Meta, metrics: readonly string[]): string {
  const compared = formatRange(comparison);
  if (!meta.complete || !comparison.complete) {
    return `No changes: ${meta.complete ? compared : "this range"} is not fully synced.`;
  }
  if (metrics.every((id) => !comparison.rows[0]?.[id])) {
    return `No changes: ${compared} held nothing.`;
  }
  const against = `Changes against ${compared}`;
  if (!isRangeOpen(meta)) {
    return against;
  }
  const through = meta.dataThrough === null ? "" : `, copied to ${formatTime(meta.dataThrough, meta.timeZone)}`;
  return `${against}, which is whole. This range is not over: today so far${through}, so counts run behind.`;
}
