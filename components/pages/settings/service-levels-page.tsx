"use client";

import { useQuery } from "@tanstack/react-query";
import { useApp } from "@/components/data/app-context";
import { serviceLevelsQuery } from "@/components/data/queries";
import { PanelFailure } from "@/components/panels/panel-failure";
import { Panel } from "@/components/ui/panel/panel";
import { Loading } from "@/components/ui/panel/panel-state";
import { LevelsTable } from "./levels-table";

/** Settings, service levels: what each queue counts as answered in time. */
export function ServiceLevelsPage() {
  const { person } = useApp();
  const { data, error, refetch } = useQuery(serviceLevelsQuery());
  const mayEdit = person.role === "administrator";
  return (
    <Panel title="Service levels" note={mayEdit ? "per queue" : "per queue; administrators change them"}>
      {data ? (
        <div className="grid gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,1fr)_260px]">
          <LevelsTable levels={data} mayEdit={mayEdit} />
          <Words />
        </div>
      ) : error ? (
        <PanelFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading height={320} />
      )}
    </Panel>
  );
}

function Words() {
  return (
    <div className="grid content-start gap-2.5 text-ink-2 max-lg:-order-1 lg:border-line lg:border-l lg:pl-5">
      <p>
        <b className="font-semibold text-ink">Answered within.</b> An entry counts as answered in time where an agent
        answers it within these seconds.
      </p>
      <p>
        <b className="font-semibold text-ink">Abandons left out below.</b> Customers who give up sooner are left out of
        the service level. 0 leaves none out.
      </p>
      <p>An empty field follows the first row. What is saved holds for the past at once.</p>
    </div>
  );
}
