"use client";

import { useQuery } from "@tanstack/react-query";
import { Download, Table2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { datasetQuery } from "@/components/data/queries";
import { useView } from "@/components/data/use-view";
import { selectionSearch, withParameters } from "@/components/data/view";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Panel, type PanelSpan } from "@/components/ui/panel";
import { Empty, Loading } from "@/components/ui/panel-state";
import type { DatasetId, DatasetReply } from "@/lib/shared/contract";
import { PanelFailure } from "./panel-failure";

interface Props {
  dataset: DatasetId;
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
  /** Draws the reply, or its table. */
  children: (reply: DatasetReply, isTable: boolean) => ReactNode;
}

/** A panel over one dataset: it owns waiting, failure and emptiness, its table and its CSV. */
export function DatasetPanel(props: Props) {
  const { dataset, title, note, span, parameters = {}, height } = props;
  const [view] = useView();
  const [isTable, setTable] = useState(false);
  const search = withParameters(selectionSearch(view), parameters);
  const query = useQuery(datasetQuery(dataset, search));
  const words = typeof note === "function" ? query.data && note(query.data) : note;
  const tools = (
    <>
      <Button
        variant="ghost"
        size="small"
        isIcon
        aria-label={isTable ? `${title} as a chart` : `${title} as a table`}
        aria-pressed={isTable}
        onPress={() => setTable(!isTable)}
      >
        <Table2 aria-hidden />
      </Button>
      <a
        href={`/api/metrics/${dataset}?${withParameters(search, { format: "csv", compare: null })}`}
        download
        className={buttonClass({ variant: "ghost", size: "small" })}
        aria-label={`${title} as CSV`}
      >
        <Download aria-hidden /> CSV
      </a>
    </>
  );
  return (
    <Panel title={title} note={words} span={span} tools={tools} isStale={query.isPlaceholderData}>
      <div style={{ minHeight: height }} className="grid grid-cols-[minmax(0,1fr)]">
        <PanelBody {...props} query={query} isTable={isTable} />
      </div>
    </Panel>
  );
}

interface BodyProps extends Props {
  query: { data?: DatasetReply; error: Error | null; refetch: () => unknown };
  isTable: boolean;
}

function PanelBody({ query, isEmpty, emptyMessage, height, children, isTable }: BodyProps) {
  const { data, error } = query;
  if (error) {
    return <PanelFailure error={error} onRetry={() => void query.refetch()} />;
  }
  if (!data) {
    return <Loading height={height} />;
  }
  if (isEmpty ? isEmpty(data) : data.rows.length === 0) {
    const hint = data.meta.complete
      ? "Choose a longer range or fewer filters."
      : "The copy of this range is not finished yet.";
    return <Empty message={emptyMessage} hint={hint} />;
  }
  return children(data, isTable);
}
