"use client";

import { useQuery } from "@tanstack/react-query";
import { optionsQuery } from "@/components/data/queries";
import { useQuietTime } from "@/components/data/use-quiet-time";
import { useView } from "@/components/data/use-view";
import { Button } from "@/components/ui/form/button";
import { Chip } from "@/components/ui/form/chip";
import { describeFilters, needsNames } from "@/lib/shared/describe-filter";
import { FILTER_IDS } from "@/lib/shared/filters";
import { isTooLongForLink } from "@/lib/shared/long-address";
import { selectionSearch } from "@/lib/shared/view";
import { AddFilter } from "./add-filter";
import { LazyFilterEditor } from "./lazy-filter-editor";

/** The way to add a filter, and those in force, each edited in place and removed with its cross. The buttons come first:
 * whatever is filtered, they stand where they stood. */
export function FilterChips() {
  const [view, setView] = useView();
  const isQuiet = useQuietTime();
  const options = useQuery({ ...optionsQuery(), enabled: isQuiet || needsNames(view) });
  const parts = describeFilters(view, options.data);
  return (
    <>
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
      {parts.map(({ id, label, value, values }) => (
        <Chip
          key={JSON.stringify([id, ...values])}
          label={label}
          value={value}
          editor={(close) => <LazyFilterEditor id={id} close={close} />}
          editorScript={LazyFilterEditor}
          onRemove={() => {
            const rest = (view[id] ?? []).filter((chosen) => !values.includes(chosen));
            setView({ [id]: rest.length > 0 ? rest : null });
          }}
        />
      ))}
      {isTooLongForLink(selectionSearch(view)) && (
        <p role="status" className="text-s text-warn">
          Too many values for a link: this view cannot be reloaded or shared.
        </p>
      )}
    </>
  );
}
