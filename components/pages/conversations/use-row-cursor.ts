"use client";

import { type KeyboardEvent, useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { dropPlace, keepPlace, readPlace } from "./list-place";
import type { Rows } from "./use-row-window";

interface CursorOptions extends Pick<Rows, "box" | "reveal"> {
  /** The list's query string. */
  search: string;
  total: number;
}

/** One tab stop, which the arrows move; back from a conversation it stands on its row again, where that was. */
export function useRowCursor({ search, total, box, reveal }: CursorOptions) {
  const [stop, setStop] = useState(0);
  const awaited = useRef<number | null>(null);
  useListPlace({ search, total, box, reveal }, (index, isRestored) => {
    setStop(index);
    if (isRestored) {
      awaited.current = index;
    }
  });
  const focusAwaited = useCallback(() => {
    const link = box.current?.querySelector<HTMLElement>(`[data-row="${awaited.current}"] a`);
    if (awaited.current !== null && link) {
      awaited.current = null;
      link.focus({ preventScroll: true });
    }
  }, [box]);
  // After every render: the row that was asked for may only now be there.
  useEffect(focusAwaited);
  const handleKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = rowAfterKey(event, stop, total);
    if (next === null) {
      return;
    }
    event.preventDefault();
    reveal(next);
    setStop(next);
    awaited.current = next;
    // The old row may leave the page before the new one is there: the keys must not be lost meanwhile.
    box.current?.focus({ preventScroll: true });
    focusAwaited();
  };
  const handleOpen = useCallback(
    (index: number, id: string) => {
      setStop(index);
      keepPlace({ list: search, id, index, top: box.current?.scrollTop });
    },
    [search, box],
  );
  return { stop, handleKey, handleOpen };
}

/** Scrolls a new list to its top, and the first one to the row that it was left from; `onPlace` gets the row. */
function useListPlace(
  { search, total, box, reveal }: CursorOptions,
  onPlace: (index: number, isRestored: boolean) => void,
): void {
  const shown = useRef<string | null>(null);
  const place = useEffectEvent(() => {
    const kept = shown.current === null ? readPlace(search) : null;
    shown.current = search;
    dropPlace();
    const index = kept ? Math.min(kept.index, total - 1) : 0;
    onPlace(index, kept !== null);
    if (!kept) {
      box.current?.scrollTo({ top: 0 });
      return;
    }
    if (box.current && kept.top !== undefined) {
      box.current.scrollTop = kept.top;
    }
    reveal(index, kept.top === undefined);
  });
  useEffect(() => {
    if (total > 0 && shown.current !== search) {
      place();
    }
  }, [search, total]);
}

/** The row that a key leads to; null where the key is not for the list. */
function rowAfterKey(event: KeyboardEvent, stop: number, total: number): number | null {
  const target = event.target instanceof Element ? event.target : null;
  const isElsewhere = target?.closest("thead") || event.altKey || event.ctrlKey || event.metaKey;
  const row = Number(target?.closest("[data-row]")?.getAttribute("data-row") ?? stop);
  return isElsewhere ? null : rowAfter(event.key, row, total);
}

const PAGE_ROWS = 15;

function rowAfter(key: string, row: number, total: number): number | null {
  const rows: Record<string, number> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + PAGE_ROWS,
    PageUp: row - PAGE_ROWS,
    Home: 0,
    End: total - 1,
  };
  const next = rows[key];
  return next === undefined || total === 0 ? null : Math.max(0, Math.min(total - 1, next));
}
