import { allOrNone } from "@/lib/shared/aborting";
import { PAGE_SIZE, PAGES_REACHABLE } from "./windows";

/** One page as it was read: its items in order, keyed since the same one can come twice; the later one counts. */
interface ReadPage<T> {
  items: readonly { key: string; value: T }[];
  numResults: number | null;
}

export interface PagesOptions<T> {
  /** As many rows as are most likely there: pages that are sure to be needed are asked for together. */
  expectedRows?: number;
  /** How many pages can be reached; fewer where offsets count records. */
  pagesReachable?: number;
  /** Whether `numResults` has proved to be a total, so that a hopeless window is given up after its first page. */
  isTotalTrusted?: boolean;
  /** Whether rows seen so far suggest that the window holds more than can be reached: then its last page is tried. */
  isCrowded?: (values: readonly T[]) => boolean;
  /** Whether that is to be feared from the start: then the last page is asked for before any other. */
  startsWithLast?: boolean;
  /** Breaks off the requests under way; where one of them fails the others are broken off too. */
  signal?: AbortSignal;
}

/** All that a window gave; `isFull` where rows may have been cut off, so that it must be split. */
export interface Pages<T> {
  values: T[];
  /** The keys of the rows as they came, repeats too. */
  order: string[];
  isFull: boolean;
  /** Requests that it took. */
  pages: number;
  /** `numResults` of the first page. */
  numResults: number | null;
  /** Pages repeated each other: offsets count records there, and a window must fit one page (FACTS, "Paging"). */
  repeatsPages: boolean;
}

const SURE_SHARE = 0.7;
/** From so many pages on that are sure to be needed, the first and the last of them are looked at before the rest. */
const LOOK_FIRST = 3;

/**
 * Reads a window page by page until one is short. A window that holds more than can be reached should cost few
 * requests: where the rows of the first pages crowd together as nobody expected, the last page that can be reached is
 * asked for next, and where that is full the window is given up at once. A last page that is not full is kept.
 */
export async function readPages<T>(
  fetchPage: (page: number, signal: AbortSignal) => Promise<ReadPage<T>>,
  {
    expectedRows = 0,
    pagesReachable = PAGES_REACHABLE,
    isTotalTrusted = false,
    isCrowded,
    startsWithLast = false,
    signal,
  }: PagesOptions<T>,
): Promise<Pages<T>> {
  const read = new Map<number, ReadPage<T>>();
  const found = new Map<string, T>();
  let repeatsPages = false;
  const isShort = (page: number) => (read.get(page)?.items.length ?? PAGE_SIZE) < PAGE_SIZE;
  const isRead = (page: number) => read.has(page);
  const lastPage = pagesReachable - 1;

  async function load(pages: readonly number[]): Promise<void> {
    const missing = pages.filter((page) => !isRead(page));
    const replies = await allOrNone(
      missing.map((page) => (until: AbortSignal) => fetchPage(page, until)),
      signal,
    );
    for (const [index, reply] of replies.entries()) {
      const page = missing[index] ?? 0;
      const before = found.size;
      for (const { key, value } of reply.items) {
        found.set(key, value);
      }
      const gained = found.size - before;
      read.set(page, reply);
      repeatsPages ||= !isShort(page) && gained < reply.items.length / 2;
    }
  }

  function done(isFull: boolean): Pages<T> {
    const order = [...read].sort(([a], [b]) => a - b).flatMap(([, { items }]) => items.map(({ key }) => key));
    const numResults = read.get(0)?.numResults ?? null;
    return { values: [...found.values()], order, isFull, pages: read.size, numResults, repeatsPages };
  }

  const sure = pagesFrom(Math.min(pagesReachable, Math.floor((SURE_SHARE * expectedRows) / PAGE_SIZE)));
  const looksFirst = isCrowded && sure.length >= LOOK_FIRST;
  let next: readonly number[] = startsWithLast
    ? [lastPage]
    : looksFirst
      ? [0, sure.length - 1]
      : sure.length > 0
        ? sure
        : [0];
  for (;;) {
    await load(next);
    const end = pagesFrom(pagesReachable).find(isShort);
    const total = read.get(0)?.numResults ?? 0;
    if (end !== undefined && pagesFrom(end).every(isRead)) {
      return { ...done(false), repeatsPages: false };
    }
    if (repeatsPages || (end === undefined && isRead(lastPage))) {
      return done(true);
    }
    const exceeds = total > pagesReachable * PAGE_SIZE;
    if (isTotalTrusted && exceeds) {
      return done(true);
    }
    const isSuspect = !isRead(lastPage) && (exceeds || isCrowded?.([...found.values()]));
    const open = pagesFrom(end ?? pagesReachable).filter((page) => !isRead(page));
    const isNeeded = (page: number) => (end === undefined ? page < sure.length : read.get(end)?.items.length !== 0);
    const needed = open.filter(isNeeded);
    next = isSuspect ? [lastPage] : needed.length > 0 ? needed : open.slice(0, 1);
  }
}

const pagesFrom = (count: number) => Array.from({ length: count }, (_, page) => page);
