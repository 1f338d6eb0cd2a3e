"use client";

import { useTypedParameter } from "@/components/data/use-typed-parameter";
import { FindField } from "@/components/ui/form/find-field";
import { LONGEST_SEARCH } from "@/lib/shared/filters";

/** The search of the list; the key / leads to it. */
export function SearchBox() {
  const { text, type, settle } = useTypedParameter("search");
  return (
    <FindField
      label="Search conversations"
      placeholder="Search ids, people, queues, tags"
      value={text}
      onChange={type}
      onSettle={settle}
      maxLength={LONGEST_SEARCH}
      hasKey
      className="w-full sm:w-72"
    />
  );
}
