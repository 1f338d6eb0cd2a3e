"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { conversationsQuery, LIST_PAGE } from "@/components/data/queries";
import { useView } from "@/components/data/use-view";
import { PanelFailure } from "@/components/panels/panel-failure";
import { buttonClass } from "@/components/ui/form/button-class";
import { DownloadMenu } from "@/components/ui/overlay/download-menu";
import { Panel } from "@/components/ui/panel/panel";
import { Empty, Loading } from "@/components/ui/panel/panel-state";
import { formatValue } from "@/lib/shared/format";
import { listHref, listSearch, withParameters } from "@/lib/shared/view";
import { CallbacksDue } from "./callbacks-due";

const METRIC = "callbacksOutstanding";
/** By the start of their conversations, about as they asked. */
const LONGEST_FIRST = "startedAt";
const TITLE = "Still waiting for a callback";
const HEIGHT = 252;

/** Who asked to be called back and was not yet, who waits longest first; a row opens the conversation. */
export function CallbacksDuePanel() {
  const [view] = useView();
  const router = useRouter();
  const list = { ...view, metric: METRIC, search: null, sort: LONGEST_FIRST };
  const search = listSearch(list);
  const { data, error, isPlaceholderData, refetch } = useQuery(conversationsQuery(search, 0));
  const tools = (
    <>
      <Link
        href={listHref("/conversations", list)}
        className={`${buttonClass(SMALL)} ${data?.total === 0 ? "invisible" : ""}`}
      >
        All
      </Link>
      <DownloadMenu
        href={`/api/conversations?${withParameters(search, { format: "csv" })}`}
        kind="CSV"
        label={`${TITLE} as CSV`}
        size="small"
      />
    </>
  );
  const open = (id: string) => router.push(listHref(`/conversations/${encodeURIComponent(id)}`, list));
  return (
    <Panel title={TITLE} note={noteOf(data?.total)} tools={tools} span={6} isStale={isPlaceholderData}>
      <div style={{ minHeight: HEIGHT }} className="grid grid-cols-[minmax(0,1fr)]">
        {error ? (
          <PanelFailure error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Loading height={HEIGHT} />
        ) : data.total === 0 ? (
          <Nobody isComplete={data.meta.complete} />
        ) : (
          <CallbacksDue items={data.items} now={data.meta.generatedAt} maxHeight={HEIGHT} onOpen={open} />
        )}
      </div>
    </Panel>
  );
}

const SMALL = { variant: "ghost", size: "small" } as const;

function noteOf(total = 0): string {
  const first = total > LIST_PAGE ? `${LIST_PAGE} of ` : "";
  return `${total > 0 ? `${first}${formatValue(total, "count")}, ` : ""}longest first`;
}

function Nobody({ isComplete }: { isComplete: boolean }) {
  return isComplete ? (
    <Empty isGood message="Nobody is waiting for a callback." hint="Whoever asked for one in this range accepted it." />
  ) : (
    <Empty message="Nobody is known to wait for a callback." hint="This range is not fully synced yet." />
  );
}
