"use client";

import { useQuery } from "@tanstack/react-query";
import { optionsQuery } from "@/components/data/queries";
import { useView } from "@/components/data/use-view";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { FILTER_IDS } from "@/lib/shared/filters";
import { AddFilter } from "./add-filter";
import { describeFilters } from "./describe-filter";
import { FilterEditor } from "./filter-editor";

/** The filters in force, each edited in place and removed with its cross, and the way to add one. */
export function FilterChips() {
  const [view, setView] = useView();
  const options = useQuery(optionsQuery());
  const parts = describeFilters(view, options.data);
  return (
    <>
      {parts.map(({ id, label, value, values }) => (
        <Chip
          key={`${label} ${value}`}
          label={label}
          value={value}
          editor={(close) => <FilterEditor id={id} close={close} />}
          onRemove={() => {
            const rest = (view[id] ?? []).filter((chosen) => !values.includes(chosen));
            setView({ [id]: rest.length > 0 ? rest : null });
          }}
        />
      ))}
      <AddFilter />
      {parts.length > 0 && (
        <Button
          variant="ghost"
          data-no-wall=""
          onPress={() => setView(Object.fromEntries(FILTER_IDS.map((id) => [id, null])))}
        >
          Clear
        </Button>
      )}
    </>
  );
}
