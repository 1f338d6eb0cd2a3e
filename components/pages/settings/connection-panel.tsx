"use client";

import { useState } from "react";
import { Button } from "@/components/ui/form/button";
import { Panel } from "@/components/ui/panel/panel";
import type { Connection } from "@/lib/shared/connection";
import type { ConnectionTest } from "@/lib/shared/contract";
import { formatSeconds, formatValue } from "@/lib/shared/format";
import { testConnection } from "./sync-actions";

/** The Kore.ai account that is synced, from the server's environment, and whether it answers. */
export function ConnectionPanel({ connection }: { connection: Connection }) {
  const [test, setTest] = useState<ConnectionTest | "running" | null>(null);

  async function run(): Promise<void> {
    setTest("running");
    try {
      setTest(await testConnection());
    } catch (error) {
      setTest({ ok: false, fault: null, sentence: error instanceof Error ? error.message : "The test failed." });
    }
  }

  const verdict = test === "running" ? null : test;
  return (
    <Panel
      title="Connection"
      note="as the server’s environment sets it; seen by administrators only"
      tools={
        <span className="pr-2">
          <Button isDisabled={test === "running"} onPress={() => void run()}>
            {test === "running" ? "Testing…" : "Test the connection"}
          </Button>
        </span>
      }
    >
      <p role="status" className={`font-medium ${verdict ? "pb-3" : ""} ${verdict?.ok ? "text-good" : "text-bad"}`}>
        {verdict?.sentence ?? ""}
      </p>
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(210px,100%),1fr))] gap-x-6 gap-y-3">
        {factsOf(connection).map(({ label, name, value }) => (
          <div key={label}>
            <dt className="font-medium text-ink-2 text-s" title={`Set by ${name}`}>
              {label}
            </dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function factsOf(connection: Connection) {
  const { requestsPerMinute, historyDays, rereadDays, intervalSeconds, timeZoneOffset } = connection;
  return [
    { label: "Host", name: "KORE_HOST", value: connection.host },
    { label: "Account", name: "KORE_ACCOUNT_ID", value: connection.accountId },
    { label: "Stream", name: "KORE_STREAM_ID", value: connection.streamId },
    { label: "Client", name: "KORE_CLIENT_ID", value: connection.clientId },
    {
      label: "Asked for new rows",
      name: "SYNC_INTERVAL_SECONDS",
      value: `every ${formatSeconds(intervalSeconds)}`,
    },
    {
      label: "Limit",
      name: "KORE_REQUESTS_PER_MINUTE",
      value: `${formatValue(requestsPerMinute, "count")} requests a minute`,
    },
    {
      label: "History",
      name: "SYNC_HISTORY_DAYS and SYNC_REREAD_DAYS",
      value: `${historyDays} days, the last ${rereadDays} read again`,
    },
    { label: "Offset of its times", name: "KORE_TIME_ZONE_OFFSET", value: `${timeZoneOffset} minutes` },
  ];
}
