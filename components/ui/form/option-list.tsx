"use client";

import { Check, Search } from "lucide-react";
import { useMemo, useState } from "react";
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from "react-aria-components";
import { ITEM_CLASS } from "@/components/ui/overlay/surface-class";
import { findOptions, type MultiSelectOption } from "./find-options";

/** Rows that are drawn; a filter may have thousands of values, and the search finds the others. */
const MOST_SHOWN = 200;

interface Props {
  label: string;
  options: readonly MultiSelectOption[];
  chosen: ReadonlySet<string>;
  /** Values taken by the other side, *is not* while *is* is edited, and the word for it. */
  marked: ReadonlySet<string>;
  markedLabel: string;
  onChange: (chosen: Set<string>) => void;
}

/** A search field over a list of check marks: typing narrows, arrow keys move, Enter checks. */
export function OptionList({ label, options, chosen, marked, markedLabel, onChange }: Props) {
  const [query, setQuery] = useState("");
  const found = useMemo(() => findOptions(options, query), [options, query]);
  const shown = found.slice(0, MOST_SHOWN);
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField aria-label={`Search ${label}`} autoFocus className="relative">
        <Search aria-hidden className="absolute top-2 left-2 size-3.5 text-ink-3" />
        <Input
          role="combobox"
          aria-expanded
          placeholder={options.length === 0 ? "Search" : `Search ${options.length.toLocaleString("en-GB")}`}
          className="h-[30px] w-full rounded-control border border-acw bg-surface pr-2 pl-7 text-ink [&::-webkit-search-cancel-button]:hidden"
        />
      </SearchField>
      <ListBox
        aria-label={label}
        items={shown.map((option) => ({ ...option, id: option.value }))}
        dependencies={[marked, markedLabel]}
        selectionMode="multiple"
        escapeKeyBehavior="none"
        selectedKeys={chosen}
        onSelectionChange={(keys) =>
          onChange(new Set(keys === "all" ? shown.map((option) => option.value) : [...keys].map(String)))
        }
        renderEmptyState={() => (
          <p className="px-2 py-4 text-center text-ink-3">
            {options.length === 0 ? "There is none." : `Nothing is called “${query}”.`}
          </p>
        )}
        className="-mx-1 max-h-64 overflow-auto px-1 outline-none"
      >
        {(option) => (
          <ListBoxItem id={option.id} textValue={option.label} className={`${ITEM_CLASS} group`}>
            <i
              aria-hidden
              className="grid size-4 shrink-0 place-items-center rounded-small border border-acw group-data-selected:border-accent group-data-selected:bg-accent"
            >
              <Check className="invisible size-3 text-on-accent group-data-selected:visible" />
            </i>
            <bdi className="min-w-0 truncate" title={option.label}>
              {option.label}
            </bdi>
            {marked.has(option.id) && <span className="ml-auto shrink-0 text-ink-3 text-s">{markedLabel}</span>}
          </ListBoxItem>
        )}
      </ListBox>
      {found.length > MOST_SHOWN && (
        <p className="px-1 text-ink-3 text-s">
          The first {MOST_SHOWN} of {found.length.toLocaleString("en-GB")}: type to find the others.
        </p>
      )}
    </Autocomplete>
  );
}
