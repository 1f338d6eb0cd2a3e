"use client";

import { useQueryState } from "nuqs";
import { useEffect, useRef, useState } from "react";
import { viewParsers } from "@/lib/shared/view";

const WAIT_MS = 250;

/** A text of the view that is typed: in the URL a moment after the typing ends, or at once where it is settled. */
export function useTypedParameter(name: "search" | "find") {
  const [settled, setSettled] = useQueryState(name, viewParsers[name].withOptions({ history: "replace" }));
  const [draft, setDraft] = useState<string | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const settle = (text: string) => {
    clearTimeout(waiting.current);
    setDraft(null);
    void setSettled(text.trim() === "" ? null : text);
  };
  const type = (text: string) => {
    clearTimeout(waiting.current);
    setDraft(text);
    waiting.current = setTimeout(() => settle(text), WAIT_MS);
  };
  return { text: draft ?? settled ?? "", type, settle };
}
