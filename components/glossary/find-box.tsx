"use client";

import { Search } from "lucide-react";

/** Finds as one types; the key / leads to it, Escape empties it. */
export function FindBox({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  return (
    <search className="relative w-full sm:w-80 print:hidden">
      <Search aria-hidden className="absolute top-2 left-2 size-3.5 text-ink-3" />
      <input
        type="search"
        aria-label="Find in the glossary"
        aria-keyshortcuts="/"
        placeholder="Find a metric, a rule, an API name"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-[30px] w-full min-w-0 rounded-control border border-acw bg-surface pr-8 pl-7 text-ink"
      />
      {value === "" && (
        <kbd
          aria-hidden
          className="absolute top-1.5 right-2 rounded-small border border-line px-1.5 font-sans text-ink-3 text-xs"
        >
          /
        </kbd>
      )}
    </search>
  );
}
