import { allOrNone } from "@/lib/shared/aborting";
import { PAGE_SIZE, PAGES_REACHABLE } from "./windows";

/** One page as it was read: its items in order, keyed since the same one can come twice; the later one counts. */
interface ReadPage<T> {
  items: readonly { key: string; value: T }[];
  numResults: number | null;
}

export interface PagesOptions<T> {
  /** As many rows as are most likely there: pages that are sure to be needed are fetched together. */
  expectedRows?: number;
  /** How many pages can be reached; fewer where offsets count records. */
  pagesReachable?: number;
  /** Whether `numResults` has proved to be a total, so that a hopeless window is given up after its first page. */
  isTotalTrusted?: boolean;
  /** Whether rows seen so far suggest that the window holds more than can be reached: then its last page is fetched. */
  isCrowded?: (values: readonly T[]) => boolean;
  /** Whether that is to be feared from the start: then the last page is fetched before any other. */
  startsWithLast?: boolean;
  /** Aborts the requests under way; where one of them fails the others are aborted too. */
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

type FetchPage<T> = (page: number, signal: AbortSignal) => Promise<ReadPage<T>>;

/**
 * Reads a window page by page until one is short. A window that holds more than can be reached should cost few
 * requests: where the rows of the first pages crowd together as nobody expected, the last page that can be reached is
 * fetched next, and where that is full the window is given up at once. A last page that is not full is kept.
 */
export async function readPages<T>(fetchPage: FetchPage<T>, options: PagesOptions<T>): Promise<Pages<T>> {
  const window = new WindowPages(fetchPage, options);
  let next = window.firstPages();
  for (;;) {
    await window.load(next);
    const found = window.found();
    if (found) {
      return found;
    }
    next = window.nextPages();
  }
}

/** The pages of one window that have been fetched, and which to fetch next. */
class WindowPages<T> {
  private readonly read = new Map<number, ReadPage<T>>();
  private readonly values = new Map<string, T>();
  private repeatsPages = false;
  private readonly reachable: number;
  /** How many pages are most likely needed. */
  private readonly sure: number;

  constructor(
    private readonly fetchPage: FetchPage<T>,
    private readonly options: PagesOptions<T>,
  ) {
    const { expectedRows = 0, pagesReachable = PAGES_REACHABLE } = options;
    this.reachable = pagesReachable;
    this.sure = Math.min(pagesReachable, Math.floor((SURE_SHARE * expectedRows) / PAGE_SIZE));
  }

  firstPages(): readonly number[] {
    if (this.options.startsWithLast) {
      return [this.reachable - 1];
    }
    if (this.options.isCrowded && this.sure >= LOOK_FIRST) {
      return [0, this.sure - 1];
    }
    return pagesBefore(Math.max(1, this.sure));
  }

  async load(pages: readonly number[]): Promise<void> {
    const missing = pages.filter((page) => !this.read.has(page));
    const replies = await allOrNone(
      missing.map((page) => (signal: AbortSignal) => this.fetchPage(page, signal)),
      this.options.signal,
    );
    for (const [index, reply] of replies.entries()) {
      this.add(missing[index] ?? 0, reply);
    }
  }

  /** What the window holds, once it is read whole or known to hold more than can be reached; null before that. */
  found(): Pages<T> | null {
    const end = this.end();
    if (end !== undefined && pagesBefore(end).every((page) => this.read.has(page))) {
      return { ...this.result(false), repeatsPages: false };
    }
    const isFull = this.repeatsPages || (end === undefined && this.isLastRead());
    return isFull || (this.options.isTotalTrusted && this.exceedsReach()) ? this.result(true) : null;
  }

  nextPages(): readonly number[] {
    if (!this.isLastRead() && (this.exceedsReach() || this.options.isCrowded?.([...this.values.values()]))) {
      return [this.reachable - 1];
    }
    const end = this.end();
    const open = pagesBefore(end ?? this.reachable).filter((page) => !this.read.has(page));
    const needed = open.filter((page) =>
      end === undefined ? page < this.sure : this.read.get(end)?.items.length !== 0,
    );
    return needed.length > 0 ? needed : open.slice(0, 1);
  }

  private add(page: number, reply: ReadPage<T>): void {
    const before = this.values.size;
    for (const { key, value } of reply.items) {
      this.values.set(key, value);
    }
    this.read.set(page, reply);
    this.repeatsPages ||= !this.isShort(page) && this.values.size - before < reply.items.length / 2;
  }

  private result(isFull: boolean): Pages<T> {
    const inOrder = [...this.read].sort(([a], [b]) => a - b);
    return {
      values: [...this.values.values()],
      order: inOrder.flatMap(([, { items }]) => items.map(({ key }) => key)),
      isFull,
      pages: this.read.size,
      numResults: this.read.get(0)?.numResults ?? null,
      repeatsPages: this.repeatsPages,
    };
  }

  /** The first page that is not full, after which there is nothing; undefined where none is known. */
  private end(): number | undefined {
    return pagesBefore(this.reachable).find((page) => this.isShort(page));
  }

  private isShort(page: number): boolean {
    return (this.read.get(page)?.items.length ?? PAGE_SIZE) < PAGE_SIZE;
  }

  private isLastRead(): boolean {
    return this.read.has(this.reachable - 1);
  }

  private exceedsReach(): boolean {
    return (this.read.get(0)?.numResults ?? 0) > this.reachable * PAGE_SIZE;
  }
}

const pagesBefore = (count: number) => Array.from({ length: count }, (_, page) => page);
