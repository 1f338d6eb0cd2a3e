"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useApp } from "@/components/data/app-context";
import { conversationsQuery, LIST_PAGE } from "@/components/data/queries";
import { useView } from "@/components/data/use-view";
import { PanelFailure } from "@/components/panels/panel-failure";
import { buttonClass } from "@/components/ui/form/button-class";
import { DownloadMenu } from "@/components/ui/overlay/download-menu";
import { Panel } from "@/components/ui/panel/panel";
import { Empty, Loading } from "@/components/ui/panel/panel-state";
import { DataTable } from "@/components/ui/table/data-table";
import type { TableColumn } from "@/components/ui/table/table-column";
import type { Row, Value } from "@/lib/shared/contract";
import type { ConversationItem } from "@/lib/shared/conversation";
import { formatShortDay, formatTime, formatValue, MISSING } from "@/lib/shared/format";
import { secondsBetween } from "@/lib/shared/instants";
import { listHref, listSearch, withParameters } from "@/lib/shared/view";

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

interface CallbacksDueProps {
  items: readonly ConversationItem[];
  /** The instant of the reply, from which waiting is measured. */
  now: string;
  maxHeight: number;
  onOpen: (id: string) => void;
}

/** Callbacks that are due, a conversation a row: when they were asked for, how long ago, in which queue and by whom. */
function CallbacksDue({ items, now, maxHeight, onOpen }: CallbacksDueProps) {
  const { timeZone } = useApp();
  const columns: TableColumn[] = [
    {
      id: "askedAt",
      label: "Asked for",
      unit: "text",
      // The widest day.
      minWidth: 140,
      render: ({ askedAt }) =>
        typeof askedAt === "string" && `${formatShortDay(askedAt, timeZone)}, ${formatTime(askedAt, timeZone)}`,
    },
    { id: "waiting", label: "Waiting for", unit: "seconds" },
    { id: "queue", label: "Queue", unit: "text", render: ({ queue }) => <Cut text={queue} /> },
    { id: "customer", label: "Customer", unit: "text", render: ({ customer }) => <Cut text={customer} /> },
  ];
  return (
    <DataTable
      caption={TITLE}
      columns={columns}
      rows={items.map((item) => toRow(item, now)).sort((a, b) => Number(b.waiting) - Number(a.waiting))}
      maxHeight={maxHeight}
      onRowAction={({ id }) => onOpen(String(id))}
    />
  );
}

function Cut({ text }: { text: Value | undefined }) {
  return text === null ? (
    MISSING
  ) : (
    <bdi title={String(text)} className="block max-w-28 truncate text-left 2xl:max-w-56">
      {text}
    </bdi>
  );
}

function toRow({ id, startedAt, callbackDue, queues, customer }: ConversationItem, now: string): Row {
  const askedAt = callbackDue?.askedAt ?? startedAt;
  return {
    id,
    askedAt,
    waiting: Math.max(0, secondsBetween(askedAt, now)),
    queue: callbackDue?.queue ?? queues.join(", "),
    customer,
  };
}
