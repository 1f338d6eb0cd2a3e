"use client";

import { useTypedParameter } from "@/components/data/use-typed-parameter";
import { FindField } from "@/components/ui/form/find-field";
import { LONGEST_SEARCH } from "@/lib/shared/filters";

/** Narrows a page's long table to the rows that hold a text. */
export function FindRows({ label }: { label: string }) {
  const { text, type, settle } = useTypedParameter("find");
  return (
    <FindField
      label={label}
      value={text}
      onChange={type}
      onSettle={settle}
      maxLength={LONGEST_SEARCH}
      className="mb-2 w-full sm:w-72"
    />
  );
}
