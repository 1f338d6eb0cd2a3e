"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useApp } from "@/components/data/app-context";
import { PanelFailure } from "@/components/panels/panel-failure";
import { Disclosure } from "@/components/ui/form/disclosure";
import { LinkButton } from "@/components/ui/form/link-button";
import { Panel } from "@/components/ui/panel/panel";
import { Loading } from "@/components/ui/panel/panel-state";
import type { RejectedReply } from "@/lib/shared/contract";
import { distinctKeys } from "@/lib/shared/distinct-keys";
import { formatDay, formatTime, formatValue } from "@/lib/shared/format";
import { rejectedQuery } from "./sync-actions";

const SHOWN = 50;
const LONGEST_SHOWN = 100_000;

/** Records that could not be read, by the reason, each with the records as they came. */
export function RejectedPanel({ count }: { count: number }) {
  const rejected = useQuery(rejectedQuery());
  const tools = (
    <span className="pr-2">
      <LinkButton href="/api/sync/rejected" download="callboard_rejected-records.json">
        <Download aria-hidden /> JSON
      </LinkButton>
    </span>
  );
  const note = `${formatValue(count, "count")} set aside, in no number until they can be read`;
  return (
    <Panel title="Rejected records" note={note} tools={tools}>
      {rejected.error ? (
        <PanelFailure error={rejected.error} onRetry={() => void rejected.refetch()} />
      ) : rejected.data ? (
        <ul>
          {rejected.data.reasons.map(({ reason, records }) => (
            <li key={reason} className="border-line border-t py-2 first:border-t-0 first:pt-0">
              <Reason
                reason={reason}
                records={records}
                items={rejected.data.items.filter((item) => item.reason === reason)}
              />
            </li>
          ))}
        </ul>
      ) : (
        <Loading height={80} />
      )}
    </Panel>
  );
}

type Item = RejectedReply["items"][number];

/** One reason, how many records it cost, and on opening those records. */
function Reason({ reason, records, items }: { reason: string; records: number; items: readonly Item[] }) {
  const { timeZone } = useApp();
  const shown = items.slice(0, SHOWN);
  const keys = distinctKeys(shown.map(({ record }) => record));
  return (
    <Disclosure
      summaryClassName="wrap-anywhere marker:text-ink-3"
      summary={
        <>
          <b className="font-medium">{reason}</b>{" "}
          <span className="whitespace-nowrap text-ink-2">
            {formatValue(records, "count")} {records === 1 ? "record" : "records"}
          </span>
        </>
      }
    >
      {() => (
        <ul className="mt-2 pl-4">
          {shown.map(({ record, rejectedAt }, index) => (
            <li key={keys[index]} className="py-1">
              <Rejected
                title={`Came ${formatDay(rejectedAt, timeZone)}, ${formatTime(rejectedAt, timeZone)}`}
                record={record}
              />
            </li>
          ))}
          {records > shown.length && (
            <li className="text-ink-3 text-s">
              The newest {shown.length} of {formatValue(records, "count")}.
            </li>
          )}
        </ul>
      )}
    </Disclosure>
  );
}

/** One record, drawn on opening; of one of megabytes its beginning, since the download has all of it. */
function Rejected({ title, record }: { title: string; record: string }) {
  return (
    <Disclosure summaryClassName="text-s marker:text-ink-3" summary={title}>
      {() => (
        <section
          aria-label="The record as it came"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
          tabIndex={0}
          className="mt-2 max-h-64 overflow-auto rounded-small bg-sunken p-3 text-s"
        >
          <pre>{record.length > LONGEST_SHOWN ? `${record.slice(0, LONGEST_SHOWN)}…` : layOut(record)}</pre>
        </section>
      )}
    </Disclosure>
  );
}

/** JSON a field a line; what is none, as it is. */
function layOut(record: string): string {
  try {
    return JSON.stringify(JSON.parse(record), null, 2);
  } catch {
    return record;
  }
}
