"use client";

import { useQueryState } from "nuqs";
import { useEffect, useRef, useState } from "react";
import { viewParsers } from "@/components/data/view";
import { FindField } from "@/components/ui/find-field";
import { LONGEST_SEARCH } from "@/lib/shared/search";

const WAIT_MS = 250;

/** Narrows a page's long table to the rows that hold a text: in the URL a moment after the typing ends. */
export function FindRows({ label }: { label: string }) {
  const [find, setFind] = useQueryState("find", viewParsers.find.withOptions({ history: "replace" }));
  const [draft, setDraft] = useState<string | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const type = (text: string) => {
    clearTimeout(waiting.current);
    setDraft(text);
    waiting.current = setTimeout(() => {
      setDraft(null);
      void setFind(text.trim() || null);
    }, WAIT_MS);
  };
  return (
    <search className="mb-2 w-full sm:w-72">
      <FindField label={label} value={draft ?? find ?? ""} onChange={type} maxLength={LONGEST_SEARCH} />
    </search>
  );
}
