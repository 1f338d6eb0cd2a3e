"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/form/button";
import { Popover } from "@/components/ui/overlay/popover";
import { FILTER_IDS, FILTERS, type FilterId } from "@/lib/shared/filters";
import { LazyFilterEditor } from "./lazy-filter-editor";

/** A button that first asks which filter, then for its values. */
export function AddFilter() {
  const [isOpen, setOpen] = useState(false);
  const [id, setId] = useState<FilterId | null>(null);
  const close = () => setOpen(false);
  const trigger = (
    <Button variant="ghost" data-add-filter="" data-no-wall="">
      <Plus aria-hidden /> Filter
    </Button>
  );
  return (
    <Popover
      trigger={trigger}
      label="Add a filter"
      content={LazyFilterEditor}
      isOpen={isOpen}
      onOpenChange={(next) => {
        setOpen(next);
        setId(null);
      }}
    >
      {id === null ? <FilterList onChoose={setId} /> : <LazyFilterEditor id={id} close={close} />}
    </Popover>
  );
}

function FilterList({ onChoose }: { onChoose: (id: FilterId) => void }) {
  return (
    <ul className="flex w-52 flex-col p-1.5">
      {FILTER_IDS.map((id, index) => (
        <li key={id}>
          <Button variant="ghost" autoFocus={index === 0} className="w-full justify-start" onPress={() => onChoose(id)}>
            {FILTERS[id].label}
          </Button>
        </li>
      ))}
    </ul>
  );
}
