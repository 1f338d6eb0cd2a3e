"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { PanelFailure } from "@/components/panels/panel-failure";
import { Panel } from "@/components/ui/panel/panel";
import { Loading } from "@/components/ui/panel/panel-state";
import type { Check } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import { ErasedList } from "./erased-list";
import { checksQuery } from "./sync-actions";

const OVER = "over all that is copied";

/** Oddities of the source that the sync noticed. */
export function ChecksPanel({ isAllRead }: { isAllRead: boolean }) {
  const checks = useQuery(checksQuery());
  return (
    <Panel title="Checks on the source" note={isAllRead ? `${OVER}; every record could be read` : OVER}>
      {checks.error ? (
        <PanelFailure error={checks.error} onRetry={() => void checks.refetch()} />
      ) : checks.data ? (
        <>
          <ul className="grid gap-x-8 lg:grid-cols-2">
            {checks.data.checks.map((check) => (
              <CheckRow key={check.id} check={check} />
            ))}
          </ul>
          {checks.data.erased.length > 0 && <ErasedList erased={checks.data.erased} />}
        </>
      ) : (
        <Loading height={240} />
      )}
    </Panel>
  );
}

function CheckRow({ check }: { check: Check }) {
  const share = check.checked === 0 ? null : check.odd / check.checked;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] content-start gap-x-3 border-line border-t py-2">
      <b className={`font-medium ${check.isAlarming ? "text-bad" : ""}`}>
        {check.conversations ? (
          <Link href={`/conversations?${new URLSearchParams(check.conversations)}`} className="underline">
            {check.label}
          </Link>
        ) : (
          check.label
        )}
        {check.isAlarming && ": look at this"}
      </b>
      <span className="text-right">
        {formatValue(check.odd, "count")} of {formatValue(check.checked, "count")}{" "}
        <span className="inline-block min-w-14 pl-1.5 text-ink-3">{formatValue(share, "ratio")}</span>
      </span>
      <p className="col-span-full text-ink-3 text-s">{check.words}</p>
    </li>
  );
}
