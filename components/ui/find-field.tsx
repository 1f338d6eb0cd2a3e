"use client";

import { Search } from "lucide-react";
import { Input, SearchField } from "react-aria-components";

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  maxLength?: number;
}

/** A line that narrows a table to the rows that hold it; Escape empties it. */
export function FindField({ label, value, onChange, maxLength }: Props) {
  return (
    <SearchField aria-label={label} value={value} onChange={onChange} maxLength={maxLength} className="relative">
      <Search aria-hidden className="absolute top-2 left-2 size-3.5 text-ink-3" />
      <Input
        placeholder={label}
        className="h-[30px] w-full min-w-0 rounded-control border border-acw bg-surface pr-2 pl-7 text-ink [&::-webkit-search-cancel-button]:hidden"
      />
    </SearchField>
  );
}
