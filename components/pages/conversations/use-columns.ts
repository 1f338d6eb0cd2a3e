"use client";

import { useCallback, useSyncExternalStore } from "react";
import { useView } from "@/components/data/use-view";
import { LIST_COLUMNS, type ListColumn } from "./list-columns";

const STORAGE_KEY = "callboard.columns";
const DEFAULT = LIST_COLUMNS.filter((column) => column.isDefault).map(({ id }) => id);
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The columns of the list as the URL says, else as this browser had them last, always in their own order; the way to
 * choose them; and whether they are the usual ones.
 */
export function useColumns(): [readonly ListColumn[], (ids: ReadonlySet<string>) => void, boolean] {
  const [view, setView] = useView();
  const stored = useSyncExternalStore(subscribe, readStored, () => null);
  const choose = useCallback(
    (ids: ReadonlySet<string>) => {
      const chosen = LIST_COLUMNS.map(({ id }) => id).filter((id) => ids.has(id));
      const isDefault = chosen.join() === DEFAULT.join();
      writeStored(isDefault ? null : chosen.join());
      setView({ columns: isDefault ? null : chosen });
      for (const listener of listeners) {
        listener();
      }
    },
    [setView],
  );
  const shown = findListColumns(view.columns ?? []);
  const columns = shown.length > 0 ? shown : findListColumns(stored?.split(",") ?? DEFAULT, DEFAULT);
  return [columns, choose, columns.map(({ id }) => id).join() === DEFAULT.join()];
}

function findListColumns(ids: readonly string[], otherwise: readonly string[] = []): readonly ListColumn[] {
  const known = LIST_COLUMNS.filter(({ id }) => ids.includes(id));
  return known.length > 0 ? known : LIST_COLUMNS.filter(({ id }) => otherwise.includes(id));
}

/** A browser may keep nothing: then the list has its usual columns. */
function readStored(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

function writeStored(columns: string | null): void {
  try {
    if (columns === null) {
      localStorage.removeItem(STORAGE_KEY);
    } else {
      localStorage.setItem(STORAGE_KEY, columns);
    }
  } catch {
    // Kept in the URL alone then.
  }
}
