"use client";

import { useQuery } from "@tanstack/react-query";
import { optionsQuery } from "@/components/data/queries";
import { useView } from "@/components/data/use-view";
import { MultiSelect } from "@/components/ui/form/multi-select";
import { Failure, Loading } from "@/components/ui/panel/panel-state";
import { optionsOf } from "@/lib/shared/describe-filter";
import { joinFilter, splitFilter } from "@/lib/shared/filter-values";
import { FILTERS, type FilterId } from "@/lib/shared/filters";

/** Chooses the values of one filter; the menu's values come from the copy. */
export function FilterEditor({ id, close }: { id: FilterId; close: () => void }) {
  const [view, setView] = useView();
  const options = useQuery(optionsQuery());
  if (options.isError) {
    return <Failure message={options.error.message} onRetry={() => void options.refetch()} />;
  }
  if (!options.data) {
    return (
      <div className="w-80 p-3">
        <Loading height={240} />
      </div>
    );
  }
  const { included, excluded, required } = splitFilter(view[id]);
  return (
    <MultiSelect
      label={FILTERS[id].label}
      options={optionsOf(id, options.data)}
      included={included}
      excluded={excluded}
      onApply={(chosen, ruledOut) => {
        close();
        const values = joinFilter(chosen, ruledOut, required);
        setView({ [id]: values.length > 0 ? values : null });
      }}
    />
  );
}
