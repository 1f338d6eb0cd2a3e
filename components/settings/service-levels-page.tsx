"use client";

import { useQuery } from "@tanstack/react-query";
import { useApp } from "@/components/data/app-context";
import { PanelFailure } from "@/components/metrics/panel-failure";
import { Panel } from "@/components/ui/panel";
import { Loading } from "@/components/ui/panel-state";
import { LevelsTable } from "./levels-table";
import { serviceLevelsQuery } from "./settings-queries";

/** Settings, service levels: what each queue counts as answered in time. */
export function ServiceLevelsPage() {
  const { person } = useApp();
  const { data, error, refetch } = useQuery(serviceLevelsQuery());
  const mayEdit = person.role === "administrator";
  return (
    <Panel title="Service levels" note={mayEdit ? "per queue" : "per queue; administrators change them"}>
      <p className="max-w-[80ch] pb-3 text-ink-2">
        An entry counts as answered in time where an agent answers it within its queue’s seconds. Customers who give up
        sooner than the second number are left out of the service level. Both hold for the past at once.
      </p>
      {data ? (
        <LevelsTable levels={data} mayEdit={mayEdit} />
      ) : error ? (
        <PanelFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading height={320} />
      )}
    </Panel>
  );
}
