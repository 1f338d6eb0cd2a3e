"use client";

import { Search, X } from "lucide-react";
import { useQueryState } from "nuqs";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { viewParsers } from "@/components/data/view";
import { Button } from "@/components/ui/button";
import { LONGEST_SEARCH } from "@/lib/shared/search";

const WAIT_MS = 250;

/** The search of the list: in the URL a moment after the typing ends; the key / leads to it. */
export function SearchBox() {
  const [search, setSearch] = useQueryState("search", viewParsers.search.withOptions({ history: "replace" }));
  const [draft, setDraft] = useState<string | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const seek = (text: string) => {
    clearTimeout(waiting.current);
    setDraft(null);
    void setSearch(text.trim() === "" ? null : text);
  };
  const type = (text: string) => {
    clearTimeout(waiting.current);
    setDraft(text);
    waiting.current = setTimeout(() => seek(text), WAIT_MS);
  };
  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") {
      seek(event.currentTarget.value);
    } else if (event.key === "Escape" && event.currentTarget.value !== "") {
      event.preventDefault();
      seek("");
    }
  };
  const shown = draft ?? search ?? "";
  return (
    <search className="relative w-full sm:w-72">
      <Search aria-hidden className="absolute top-2 left-2 size-3.5 text-ink-3" />
      <input
        ref={field}
        type="search"
        aria-label="Search conversations"
        aria-keyshortcuts="/"
        maxLength={LONGEST_SEARCH}
        placeholder="Search ids, people, queues, notes, tags"
        value={shown}
        onChange={(event) => type(event.target.value)}
        onKeyDown={handleKey}
        className="h-[30px] w-full min-w-0 rounded-control border border-acw bg-surface pr-8 pl-7 text-ink [&::-webkit-search-cancel-button]:hidden"
      />
      {shown === "" ? (
        <kbd
          aria-hidden
          className="absolute top-1.5 right-2 rounded-small border border-line px-1.5 font-sans text-ink-3 text-xs"
        >
          /
        </kbd>
      ) : (
        <Button
          variant="ghost"
          size="small"
          isIcon
          aria-label="Clear the search"
          className="absolute top-[3px] right-1"
          onPress={() => {
            seek("");
            field.current?.focus();
          }}
        >
          <X aria-hidden />
        </Button>
      )}
    </search>
  );
}
