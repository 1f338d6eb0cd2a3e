"use client";

import { Button } from "@/components/ui/form/button";
import { Panel } from "@/components/ui/panel/panel";
import { ScrollRegion } from "@/components/ui/table/scroll-region";
import type { SyncReply } from "@/lib/shared/contract";
import { formatDay, formatSeconds, formatTime, formatValue } from "@/lib/shared/format";
import { secondsBetween } from "@/lib/shared/instants";
import { runSync } from "./sync-actions";

const MOST = 200;

interface Props {
  gaps: SyncReply["gaps"];
  /** Whether they may be tried again now. */
  mayAct: boolean;
  timeZone: string;
}

/** Where the sync is not complete, and why. */
export function GapsPanel({ gaps, mayAct, timeZone }: Props) {
  const moment = (iso: string) => `${formatDay(iso, timeZone)}, ${formatTime(iso, timeZone, true)}`;
  const more = gaps.length > MOST ? `, the newest ${MOST} here` : "";
  return (
    <Panel
      title="Gaps"
      note={`${formatValue(gaps.length, "count")} ${gaps.length === 1 ? "part" : "parts"} of the history that the numbers do not hold${more}`}
      tools={
        mayAct && (
          <span className="pr-2">
            <Button onPress={() => void runSync("run")}>Try again now</Button>
          </span>
        )
      }
    >
      <ScrollRegion label="Gaps" maxHeight={320}>
        <ul>
          {gaps.slice(-MOST).map(({ from, to, reason }) => (
            <li key={from} className="border-line border-t py-2 first:border-t-0 first:pt-0">
              {moment(from)} – {moment(to)}{" "}
              <span className="whitespace-nowrap text-ink-3 text-s">{formatSeconds(secondsBetween(from, to))}</span>
              <p className="wrap-anywhere text-ink-2 text-s">{reason}</p>
            </li>
          ))}
        </ul>
      </ScrollRegion>
    </Panel>
  );
}
