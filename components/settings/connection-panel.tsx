"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { Connection } from "@/lib/shared/connection";
import type { ConnectionTest } from "@/lib/shared/contract";
import { formatSeconds } from "@/lib/shared/format";
import { testConnection } from "./sync-actions";

/** Where the copy comes from, as the server's environment says, and whether that answers. */
export function ConnectionPanel({ connection }: { connection: Connection }) {
  return (
    <Panel title="Connection" note="seen by administrators only" span={4}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        {factsOf(connection).map(({ label, name, value }) => (
          <div key={label} className="col-span-full grid grid-cols-subgrid">
            <dt className="text-ink-3" title={`Set by ${name}`}>
              {label}
            </dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <TestOfConnection />
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
      label: "Asks",
      name: "SYNC_INTERVAL_SECONDS and KORE_REQUESTS_PER_MINUTE",
      value: `every ${formatSeconds(intervalSeconds)}, at most ${requestsPerMinute} times a minute`,
    },
    {
      label: "History",
      name: "SYNC_HISTORY_DAYS and SYNC_REREAD_DAYS",
      value: `${historyDays} days, the last ${rereadDays} read again`,
    },
    { label: "Offset", name: "KORE_TIME_ZONE_OFFSET", value: `${timeZoneOffset} minutes` },
  ];
}

function TestOfConnection() {
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
    <div className="mt-3 grid gap-2">
      <Button isDisabled={test === "running"} onPress={() => void run()} className="justify-self-start">
        {test === "running" ? "Testing…" : "Test the connection"}
      </Button>
      <p role="status" className={verdict?.ok ? "text-good" : "text-bad"}>
        {verdict?.sentence ?? ""}
      </p>
    </div>
  );
}
