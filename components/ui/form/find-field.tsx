"use client";

import { Search, X } from "lucide-react";
import { Input, SearchField } from "react-aria-components";
import { Button } from "./button";

interface Props {
  label: string;
  /** Where it says more than the label. */
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  /** Enter, or emptied: what is typed holds now. */
  onSettle?: (value: string) => void;
  maxLength?: number;
  /** Whether the key / leads here, as it does to the first such field of a page. */
  hasKey?: boolean;
  className?: string;
}

/** A line that finds as one types; Escape or the cross empties it. */
export function FindField({ label, placeholder = label, onSettle, hasKey, className = "", ...field }: Props) {
  return (
    <search className={className}>
      <SearchField
        aria-label={label}
        onSubmit={onSettle}
        onClear={() => onSettle?.("")}
        className="relative"
        {...field}
      >
        <Search aria-hidden className="absolute top-2 left-2 size-3.5 text-ink-3" />
        <Input
          placeholder={placeholder}
          aria-keyshortcuts={hasKey ? "/" : undefined}
          className="h-[30px] w-full min-w-0 rounded-control border border-acw bg-surface pr-8 pl-7 text-ink [&::-webkit-search-cancel-button]:hidden"
        />
        {field.value !== "" ? (
          <Button
            variant="ghost"
            size="small"
            isIcon
            aria-label="Clear the search"
            className="absolute top-[3px] right-1"
          >
            <X aria-hidden />
          </Button>
        ) : (
          hasKey && (
            <kbd
              aria-hidden
              className="absolute top-1.5 right-2 rounded-small border border-line px-1.5 font-sans text-ink-3 text-xs"
            >
              /
            </kbd>
          )
        )}
      </SearchField>
    </search>
  );
}
