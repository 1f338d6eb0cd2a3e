"use client";

import { useView } from "@/components/data/use-view";
import { Button } from "@/components/ui/form/button";
import { Empty } from "@/components/ui/panel/panel-state";
import { FILTER_IDS } from "@/lib/shared/filters";

const NO_FILTERS = { metric: null, ...Object.fromEntries(FILTER_IDS.map((id) => [id, null])) };

/** Nothing is left: what of the search and the filters can be taken away, or that the range is not copied yet. */
export function NoConversation({ isComplete }: { isComplete: boolean }) {
  const [view, setView] = useView();
  const isFiltered = Boolean(view.metric) || FILTER_IDS.some((id) => (view[id]?.length ?? 0) > 0);
  const actions = (
    <>
      {view.search && <Button onPress={() => setView({ search: null })}>Clear the search</Button>}
      {isFiltered && <Button onPress={() => setView(NO_FILTERS)}>Remove all filters</Button>}
    </>
  );
  return view.search ? (
    <Empty
      message={
        <>
          Nothing here holds “<bdi>{view.search}</bdi>”.
        </>
      }
      hint="The search looks into ids, customers, agents, queues, notes, tags and dispositions, within this range and these filters."
      action={actions}
    />
  ) : (
    <Empty
      message={isFiltered ? "No conversation fits these filters." : "No conversation started in this range."}
      hint={hintOf(isComplete, isFiltered)}
      action={actions}
    />
  );
}

function hintOf(isComplete: boolean, isFiltered: boolean): string {
  if (!isComplete) {
    return "This range is not fully synced yet.";
  }
  return isFiltered ? "Choose a longer range or fewer filters." : "Choose a longer range.";
}
