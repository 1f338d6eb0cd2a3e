const KEPT_AS = "callboard.list-place";

/** Where somebody stood in a list when they left it for one of its conversations. */
export interface ListPlace {
  /** The list's query string: another list has no such place. */
  list: string;
  id: string;
  index: number;
  /** How far it was scrolled; unknown where they moved on to another conversation. */
  top?: number;
}

/** Remembers the place, for this tab. */
export function keepPlace(place: ListPlace): void {
  try {
    sessionStorage.setItem(KEPT_AS, JSON.stringify(place));
  } catch {
    // A browser that keeps nothing opens the list at its beginning.
  }
}

/** The place kept for a list. */
export function readPlace(list: string): ListPlace | null {
  try {
    const place: Partial<ListPlace> | null = JSON.parse(sessionStorage.getItem(KEPT_AS) ?? "null");
    return place?.list === list && typeof place.id === "string" && Number.isInteger(place.index)
      ? (place as ListPlace)
      : null;
  } catch {
    return null;
  }
}

export function dropPlace(): void {
  try {
    sessionStorage.removeItem(KEPT_AS);
  } catch {
    // Nothing was kept.
  }
}
