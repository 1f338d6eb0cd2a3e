"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { PanelFailure } from "@/components/metrics/panel-failure";
import { buttonClass } from "@/components/ui/button-class";
import { Panel } from "@/components/ui/panel";
import { Loading } from "@/components/ui/panel-state";
import { formatValue } from "@/lib/shared/format";
import { rejectedQuery } from "./sync-actions";

const SHOWN = 50;

/** Records that could not be read, with the reason and the record as it came. */
export function RejectedPanel({ count }: { count: number }) {
  const rejected = useQuery({ ...rejectedQuery(), enabled: count > 0 });
  const tools = count > 0 && (
    <a
      href="/api/sync/rejected"
      download="callboard_rejected-records.json"
      className={buttonClass({ variant: "ghost", size: "small" })}
    >
      <Download aria-hidden /> JSON
    </a>
  );
  return (
    <Panel
      title="Rejected records"
      note={count === 0 ? "none" : `${formatValue(count, "count")} set aside`}
      tools={tools}
    >
      {count === 0 ? (
        <p className="text-ink-2">Every record that came could be read.</p>
      ) : rejected.error ? (
        <PanelFailure error={rejected.error} onRetry={() => void rejected.refetch()} />
      ) : rejected.data ? (
        <ul>
          {rejected.data.items.slice(0, SHOWN).map(({ reason, record, rejectedAt }) => (
            <li key={record} className="border-line border-t py-2 first:border-t-0 first:pt-0">
              <details>
                <summary className="cursor-pointer">
                  {reason} <span className="text-ink-3">{rejectedAt.slice(0, 10)}</span>
                </summary>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it. */}
                <pre tabIndex={0} className="mt-2 max-h-64 overflow-auto rounded-small bg-sunken p-3 text-s">
                  {record}
                </pre>
              </details>
            </li>
          ))}
        </ul>
      ) : (
        <Loading height={80} />
      )}
    </Panel>
  );
}
