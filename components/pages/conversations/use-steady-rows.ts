"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { ConversationItem } from "@/lib/shared/conversation";
import { ROW_HEIGHT } from "./row-window";

/** How far a row is looked for when others have come in above it. */
const MOST_ROWS = 100;
const useIsomorphicLayoutEffect = typeof window === "undefined" ? useEffect : useLayoutEffect;

/** Keeps the rows under the reader's eyes where they are when the copy brings new ones above them. */
export function useSteadyRows(
  box: RefObject<HTMLDivElement | null>,
  rowAt: (index: number) => ConversationItem | undefined,
): void {
  const seen = useRef<{ index: number; id: string } | null>(null);
  useIsomorphicLayoutEffect(() => {
    const top = box.current?.scrollTop ?? 0;
    const index = Math.floor(top / ROW_HEIGHT);
    const id = rowAt(index)?.id;
    const last = seen.current;
    seen.current = id === undefined ? last : { index, id };
    if (!box.current || top === 0 || !last || id === undefined || last.index !== index || last.id === id) {
      return;
    }
    const shift = Array.from({ length: MOST_ROWS }, (_, step) => step + 1)
      .flatMap((step) => [step, -step])
      .find((step) => rowAt(index + step)?.id === last.id);
    if (shift !== undefined) {
      seen.current = { index: index + shift, id: last.id };
      box.current.scrollTop = top + shift * ROW_HEIGHT;
    }
  });
}
