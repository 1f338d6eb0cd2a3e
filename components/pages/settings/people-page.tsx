"use client";

import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { PanelFailure } from "@/components/panels/panel-failure";
import { Button } from "@/components/ui/form/button";
import { Panel } from "@/components/ui/panel/panel";
import { Loading } from "@/components/ui/panel/panel-state";
import type { PersonItem } from "@/lib/shared/people";
import { AddPerson } from "./add-person";
import { ChangePerson, type PersonAction } from "./change-person";
import { PeopleTable } from "./people-table";
import { peopleQuery } from "./settings-queries";

/** Settings, people: who may sign in, and as what. */
export function PeoplePage() {
  const { data, error, refetch } = useQuery(peopleQuery());
  const [isAdding, setAdding] = useState(false);
  const [change, setChange] = useState<{ person: PersonItem; action: PersonAction } | null>(null);
  const count = data?.people.length ?? 0;
  return (
    <Panel
      title="People"
      note={data && `${count} ${count === 1 ? "person" : "people"}`}
      tools={
        <span className="pr-2">
          <Button onPress={() => setAdding(true)}>
            <UserPlus aria-hidden /> Add a person
          </Button>
        </span>
      }
    >
      {data ? (
        <PeopleTable people={data.people} onAct={(person, action) => setChange({ person, action })} />
      ) : error ? (
        <PanelFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading height={160} />
      )}
      {isAdding && <AddPerson onClose={() => setAdding(false)} />}
      {change && <ChangePerson {...change} onClose={() => setChange(null)} />}
    </Panel>
  );
}
