"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { datasetQuery } from "@/components/data/queries";
import { useTypedParameter } from "@/components/data/use-typed-parameter";
import { useView } from "@/components/data/use-view";
import { PanelFailure } from "@/components/panels/panel-failure";
import { ViewBar } from "@/components/shell/view-bar";
import { Chip } from "@/components/ui/form/chip";
import { FindField } from "@/components/ui/form/find-field";
import { DownloadMenu } from "@/components/ui/overlay/download-menu";
import { Panel } from "@/components/ui/panel/panel";
import { Loading } from "@/components/ui/panel/panel-state";
import { LONGEST_SEARCH } from "@/lib/shared/filters";
import { formatValue } from "@/lib/shared/format";
import { datasetSearch, listSearch, withParameters } from "@/lib/shared/view";
import { ColumnsMenu } from "./columns-menu";
import { SortMenu } from "./list-sort";
import { ListTable } from "./list-table";
import { NoConversation } from "./no-conversation";
import { useFirstPage } from "./use-list-rows";

/** Every conversation that the filters and the search leave, newest first unless sorted otherwise. */
export function Conversations() {
  const [view] = useView();
  const search = listSearch(view);
  const query = useFirstPage(search);
  const total = query.data?.total;
  // The old list stays whole, with all of its pages, until the new one is there.
  const [shownSearch, setShownSearch] = useState(search);
  if (!query.isPlaceholderData && shownSearch !== search) {
    setShownSearch(search);
  }
  const tools = (
    <>
      <SortMenu />
      <ColumnsMenu />
      <DownloadMenu
        href={`/api/conversations?${withParameters(search, { format: "csv" })}`}
        kind="CSV"
        label="All these conversations as CSV"
        size="small"
        isShort
      />
    </>
  );
  return (
    <>
      <ViewBar page="conversations" tools={<SearchBox />} chips={<MetricChip />} />
      <main id="main" className="page-grid">
        <Panel
          title={
            total === undefined
              ? "Conversations"
              : `${formatValue(total, "count")} conversation${total === 1 ? "" : "s"}`
          }
          note="by start, in the report’s time zone"
          tools={tools}
          isStale={query.isPlaceholderData}
        >
          {query.error ? (
            <PanelFailure error={query.error} onRetry={() => void query.refetch()} />
          ) : query.isPending ? (
            <Loading height={480} />
          ) : query.data.total === 0 ? (
            <NoConversation isComplete={query.data.meta.complete} />
          ) : (
            <ListTable search={shownSearch} firstPage={query.data.items} total={query.data.total} />
          )}
        </Panel>
      </main>
    </>
  );
}

/** The number whose conversations are listed, where somebody came from one: “Counted in: Callbacks outstanding”. */
function MetricChip() {
  const [view, setView] = useView();
  const { metric } = view;
  const summary = useQuery({
    ...datasetQuery("summary", datasetSearch("summary", view, metric ? [metric] : [])),
    enabled: Boolean(metric),
  });
  if (!metric) {
    return null;
  }
  const label = summary.data?.columns.find(({ id }) => id === metric)?.label ?? metric;
  return <Chip label="Counted in" value={label} onRemove={() => setView({ metric: null })} />;
}

/** The search of the list; the key / leads to it. */
function SearchBox() {
  const { text, type, settle } = useTypedParameter("search");
  return (
    <FindField
      label="Search conversations"
      placeholder="Search ids, people, queues, tags"
      value={text}
      onChange={type}
      onSettle={settle}
      maxLength={LONGEST_SEARCH}
      hasKey
      className="w-full sm:w-72"
    />
  );
}
