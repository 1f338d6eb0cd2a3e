import { boundDepth, stringifyJson } from "@/lib/shared/nesting";
import type { Fetcher } from "./fetcher";
import type { Clock } from "./limiter";
import { keyOf, parseRecord, type VendorRecord } from "./schema";
import { createTransport, type KoreAccount, type Page } from "./transport";
import { PAGE_SIZE, PAGES_REACHABLE, type Window } from "./windows";

/** A record with the vendor's own text, and the names of its fields that could not be read. */
export interface ReadableRecord {
  raw: string;
  record: VendorRecord;
  unread: readonly string[];
}

/** A record, or the reason why it cannot be read. */
export type ReadRecord = ReadableRecord | { raw: string; reason: string };

/** All that a window gave; `isFull` where rows may have been cut off, so that it must be split. */
export interface WindowReply {
  records: ReadRecord[];
  isFull: boolean;
  pages: number;
  /** `numResults` of the first page. */
  numResults: number | null;
  /** Pages repeated each other: offsets count records there, and a window must fit one page (FACTS, "Paging"). */
  repeatsPages: boolean;
}

export interface WindowOptions {
  /** As many rows as are most likely there: pages that are sure to be needed are asked for together. */
  expectedRows?: number;
  /** How many pages can be reached; fewer where offsets count records. */
  pagesReachable?: number;
  /** Whether `numResults` has proved to be a total, so that a hopeless window is given up after its first page. */
  isTotalTrusted?: boolean;
  /** Asks again what failed in passing. */
  patience?: <T>(request: () => Promise<T>) => Promise<T>;
}

export interface KoreClient {
  readonly timeZoneOffset: number;
  /** @throws KoreError */
  fetchWindow(window: Window, options?: WindowOptions): Promise<WindowReply>;
  /** One row of the last minute, to see whether the account answers at all. @throws KoreError */
  probe(): Promise<void>;
}

/** One reading of all pages: also the keys of its rows as they came, repeats too. */
interface Pass extends WindowReply {
  order: readonly string[];
}

const SURE_SHARE = 0.7;
const once = <T>(request: () => Promise<T>) => request();

/** The one door to the vendor. */
export function createKoreClient(account: KoreAccount, clock: Clock, fetcher: Fetcher = fetch): KoreClient {
  const fetchPage = createTransport(account, clock, fetcher);

  /**
   * A pass over several pages in which rows came twice may have missed as many, where the order of rows is not steady:
   * a second pass tells, since a steady one brings the same rows at the same places. Where it does not, the window is
   * as good as full and must be split.
   */
  async function fetchWindow(window: Window, options: WindowOptions = {}): Promise<WindowReply> {
    const first = await readPages(window, options);
    if (first.isFull || first.pages < 2 || first.order.length === first.records.length) {
      return first;
    }
    const second = await readPages(window, options);
    const found = new Map([...first.records, ...second.records].map((read) => [keyOfRead(read), read]));
    const isSteady = isSameOrder(first.order, second.order) && !second.isFull;
    return { ...second, records: [...found.values()], pages: first.pages + second.pages, isFull: !isSteady };
  }

  async function readPages(window: Window, options: WindowOptions): Promise<Pass> {
    const { expectedRows = 0, pagesReachable = PAGES_REACHABLE, patience = once } = options;
    const ask = (page: number) => patience(() => fetchPage({ window, page, limit: PAGE_SIZE }));
    const sure = Math.min(pagesReachable, Math.floor((SURE_SHARE * expectedRows) / PAGE_SIZE));
    const asked = await Promise.all(Array.from({ length: sure }, (_, page) => ask(page)));
    const found = new Map<string, ReadRecord>();
    let numResults: number | null = null;
    const order: string[] = [];
    for (let page = 0; page < pagesReachable; page += 1) {
      const reply = asked[page] ?? (await ask(page));
      numResults = page === 0 ? reply.numResults : numResults;
      const before = found.size;
      addRows(found, order, reply);
      const gained = found.size - before;
      const pages = Math.max(page + 1, sure);
      const done = { records: [...found.values()], order, pages, numResults, repeatsPages: false };
      if (reply.rows.length < PAGE_SIZE) {
        return { ...done, isFull: false };
      }
      if (gained < reply.rows.length / 2) {
        return { ...done, isFull: true, repeatsPages: true };
      }
      const isHopeless = options.isTotalTrusted && (numResults ?? 0) > pagesReachable * PAGE_SIZE;
      if (isHopeless || page + 1 === pagesReachable) {
        return { ...done, isFull: true };
      }
    }
    return { records: [], order, isFull: true, pages: 0, numResults, repeatsPages: false };
  }

  async function probe(): Promise<void> {
    const toAt = Math.floor(clock.now() / 1000) * 1000;
    await fetchPage({ window: { fromAt: toAt - 60_000, toAt }, page: 0, limit: 1 });
  }

  return { timeZoneOffset: account.timeZoneOffset, fetchWindow, probe };
}

/** Keyed, since the same conversation can come twice; the later one counts. */
function addRows(found: Map<string, ReadRecord>, order: string[], { rows }: Page): void {
  for (const row of rows) {
    const read = readRecord(row);
    const key = keyOfRead(read);
    found.set(key, read);
    order.push(key);
  }
}

function isSameOrder(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, place) => key === other[place]);
}

const keyOfRead = (read: ReadRecord) => ("record" in read ? keyOf(read.record) : read.raw);

/**
 * Reads one row; a bad one is set aside with its reason instead of failing the page. Its raw text is whole however deep
 * it goes, the record itself is not deeper than `MOST_LEVELS`.
 */
export function readRecord(row: unknown): ReadRecord {
  return { raw: stringifyJson(row), ...parseRecord(boundDepth(row)) };
}
