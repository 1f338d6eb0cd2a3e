"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useApp } from "@/components/data/app-context";
import { PanelFailure } from "@/components/metrics/panel-failure";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import { Loading } from "@/components/ui/panel-state";
import type { RejectedReply } from "@/lib/shared/contract";
import { formatDay, formatTime, formatValue } from "@/lib/shared/format";
import { rejectedQuery } from "./sync-actions";

const SHOWN = 50;

/** Records that could not be read, with the reason and the record as it came. */
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
        <RejectedList items={rejected.data.items} />
      ) : (
        <Loading height={80} />
      )}
    </Panel>
  );
}

function RejectedList({ items }: Pick<RejectedReply, "items">) {
  const { timeZone } = useApp();
  return (
    <>
      <ul>
        {items.slice(0, SHOWN).map(({ reason, record, rejectedAt }) => (
          <li key={record} className="border-line border-t py-2 first:border-t-0 first:pt-0">
            <details>
              <summary className="wrap-anywhere cursor-pointer marker:text-ink-3">
                {reason}{" "}
                <span className="whitespace-nowrap text-ink-3 text-s">
                  {formatDay(rejectedAt, timeZone)}, {formatTime(rejectedAt, timeZone)}
                </span>
              </summary>
              <section
                aria-label="The record as it came"
                // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
                tabIndex={0}
                className="mt-2 max-h-64 overflow-auto rounded-small bg-sunken p-3 text-s"
              >
                <pre>{layOut(record)}</pre>
              </section>
            </details>
          </li>
        ))}
      </ul>
      {items.length > SHOWN && (
        <p className="border-line border-t pt-2 text-ink-3 text-s">The newest {SHOWN}; the file has all of them.</p>
      )}
    </>
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
