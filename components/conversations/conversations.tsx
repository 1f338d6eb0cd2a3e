"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { conversationsQuery } from "@/components/data/queries";
import { useView } from "@/components/data/use-view";
import { selectionSearch, withParameters } from "@/components/data/view";
import { ViewBar } from "@/components/filters/view-bar";
import { PanelFailure } from "@/components/metrics/panel-failure";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Panel } from "@/components/ui/panel";
import { Empty, Loading } from "@/components/ui/panel-state";
import { formatValue } from "@/lib/shared/format";
import { ConversationTable } from "./conversation-table";

/** Every conversation that the filters leave, newest first unless sorted otherwise. */
export function Conversations() {
  const [view] = useView();
  const search = selectionSearch(view);
  const query = useInfiniteQuery(conversationsQuery(search, view.sort));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total;
  const csv = (
    <a
      href={`/api/conversations?${withParameters(search, { sort: view.sort, format: "csv" })}`}
      download
      className={buttonClass({ variant: "ghost", size: "small" })}
      aria-label="All these conversations as CSV"
    >
      <Download aria-hidden /> CSV
    </a>
  );
  return (
    <>
      <ViewBar title="Conversations" />
      <main id="main" className="page-grid">
        <Panel
          title={total === undefined ? "Conversations" : `${formatValue(total, "count")} conversations`}
          note="by start, in the report’s time zone"
          tools={csv}
          isStale={query.isPlaceholderData}
        >
          {query.error ? (
            <PanelFailure error={query.error} onRetry={() => void query.refetch()} />
          ) : query.isPending ? (
            <Loading height={480} />
          ) : items.length === 0 ? (
            <Empty message="No conversation fits these filters." hint="Choose a longer range or fewer filters." />
          ) : (
            <ConversationTable items={items} />
          )}
          {query.hasNextPage && (
            <div className="flex items-center justify-center gap-3 pt-3 text-ink-3">
              <span>
                {formatValue(items.length, "count")} of {formatValue(total, "count")} shown
              </span>
              <Button isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                {query.isFetchingNextPage ? "Loading…" : "Show more"}
              </Button>
            </div>
          )}
        </Panel>
      </main>
    </>
  );
}
