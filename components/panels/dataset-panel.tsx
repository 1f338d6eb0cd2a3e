"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { PlotSurroundings } from "@/components/charts/plot/plot-context";
import { useDataset } from "@/components/data/use-dataset";
import { useView } from "@/components/data/use-view";
import { lazyOverlay } from "@/components/ui/overlay/lazy-overlay";
import { FreezeWhileStale } from "@/components/ui/panel/freeze-while-stale";
import { keepHeight } from "@/components/ui/panel/keep-height";
import { Panel, type PanelSpan } from "@/components/ui/panel/panel";
import { Empty, Loading } from "@/components/ui/panel/panel-state";
import type { DatasetReply } from "@/lib/shared/contract";
import type { DatasetId } from "@/lib/shared/datasets";
import { datasetSearch, type View, withParameters } from "@/lib/shared/view";
import { PanelFailure } from "./panel-failure";
import { PanelMenu } from "./panel-menu";
import { useGaps } from "./use-gaps";

const FullScreen = lazyOverlay(() => import("./full-screen").then((file) => file.FullScreen));

interface Props {
  dataset: DatasetId;
  /** Its name in the URL, where the page has another panel over the dataset. */
  id?: string;
  title: string;
  note?: string | ((reply: DatasetReply) => string);
  span: PanelSpan;
  /** Kept while loading and when empty, so that nothing jumps. */
  height: number;
  /** More parameters than the view's own: `interval`, `compare`. */
  parameters?: Record<string, string | null | undefined>;
  /** Whether the reply has nothing to show. */
  isEmpty?: (reply: DatasetReply) => boolean;
  emptyMessage: string;
  /** Stands above the rows, whatever their state: a field to find some of them. */
  above?: ReactNode;
  /** Draws the reply, or its table. */
  children: (reply: DatasetReply, isTable: boolean) => ReactNode;
}

/** A panel over one dataset: it owns waiting, failure and emptiness, its tools, and the gaps of the sync. */
export function DatasetPanel(props: Props) {
  const { dataset, id = dataset, title, note, span, parameters = {}, height } = props;
  const [view, setView] = useView();
  const [isTable, setTable] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: its table is of another height
  useEffect(() => keepHeight(box.current), [isTable]);
  const searchOf = (of: View) => withParameters(datasetSearch(dataset, of), parameters);
  const search = searchOf(view);
  const query = useDataset(dataset, searchOf);
  const gaps = useGaps(query.data);
  const words = typeof note === "function" ? query.data && note(query.data) : note;
  const notes = gaps.words ? (
    <>
      {words} <span className="text-warn">{gaps.words}</span>
    </>
  ) : (
    words
  );
  const body = (
    <FreezeWhileStale isStale={query.isPlaceholderData} as={isTable}>
      <PanelBody {...props} query={query} isTable={isTable} />
    </FreezeWhileStale>
  );
  const tools = (
    <PanelMenu
      title={title}
      csvHref={`/api/metrics/${dataset}?${csvSearch(search)}`}
      reply={query.data}
      isTable={isTable}
      onTableChange={setTable}
      onFullScreen={() => setView({ panel: id })}
      panel={panel}
    />
  );
  return (
    <Panel title={title} note={notes} span={span} tools={tools} isStale={query.isPlaceholderData} ref={panel}>
      <div ref={box} style={{ minHeight: height }} className="grid grid-cols-[minmax(0,1fr)] content-start">
        {props.above}
        <PlotSurroundings gaps={gaps.places}>{body}</PlotSurroundings>
      </div>
      {/* Links of earlier versions name it by its title. */}
      {(view.panel === id || view.panel === title) && (
        <FullScreen title={title} note={notes} gaps={gaps.places} onClose={() => setView({ panel: null })}>
          {body}
        </FullScreen>
      )}
    </Panel>
  );
}

/** A CSV holds one range, and all of its rows: the compared one has a CSV of its own. */
function csvSearch(search: string): string {
  const csv = new URLSearchParams(search);
  csv.delete("compare");
  csv.delete("limit");
  csv.set("format", "csv");
  return csv.toString();
}

interface PanelBodyProps extends Pick<Props, "isEmpty" | "emptyMessage" | "height" | "children"> {
  query: { data?: DatasetReply; error: Error | null; refetch: () => unknown };
  isTable: boolean;
}

/** A panel's four states: waiting, failed or not permitted, empty, and what it is there for. */
function PanelBody({ query, isEmpty, emptyMessage, height, children, isTable }: PanelBodyProps) {
  const { data, error } = query;
  if (error) {
    return <PanelFailure error={error} onRetry={() => void query.refetch()} />;
  }
  if (!data) {
    return <Loading height={height} />;
  }
  if (isEmpty ? isEmpty(data) : data.rows.length === 0) {
    const hint = data.meta.complete ? "Choose a longer range or fewer filters." : "This range is not fully synced yet.";
    return <Empty message={emptyMessage} hint={hint} />;
  }
  return children(data, isTable);
}
