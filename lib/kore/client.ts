import { MINUTE_MS, SECOND_MS } from "@/lib/shared/instants";
import { boundDepth, stringifyJson } from "@/lib/shared/nesting";
import type { Fetcher } from "./fetcher";
import type { Clock } from "./limiter";
import { type Pages, type PagesOptions, readPages } from "./pages";
import { keyOf, parseRecord, type VendorRecord } from "./schema";
import { createTransport, type KoreAccount } from "./transport";
import { PAGE_SIZE, type TimeWindow } from "./windows";

/** A record with the vendor's own text, and the names of its fields that could not be read. */
export interface ReadableRecord {
  raw: string;
  record: VendorRecord;
  unread: readonly string[];
}

/** A record, or the reason why it cannot be read. */
export type ReadRecord = ReadableRecord | { raw: string; reason: string };

/** All that a window gave (see `Pages`), in records. */
export type WindowReply = Omit<Pages<ReadRecord>, "values" | "order"> & { records: ReadRecord[] };

export interface WindowOptions extends PagesOptions<ReadRecord> {
  /** Retries transient failures. */
  retry?: RetryPolicy;
}

/** Runs a request again until it succeeds or there is no hope. */
export type RetryPolicy = <T>(request: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

export interface KoreClient {
  readonly timeZoneOffset: number;
  /** @throws KoreError, or the signal's reason */
  fetchWindow(window: TimeWindow, options?: WindowOptions): Promise<WindowReply>;
  /** One row of the last minute, to see whether the account answers at all. @throws KoreError */
  probe(): Promise<void>;
}

const once = <T>(request: () => Promise<T>) => request();

/** The one door to the vendor. */
export function createKoreClient(account: KoreAccount, clock: Clock, fetcher: Fetcher = fetch): KoreClient {
  const fetchPage = createTransport(account, clock, fetcher);

  /**
   * A pass over several pages in which rows came twice may have missed as many, where the order of rows is not steady:
   * a second pass shows, since a steady one brings the same rows at the same places. Where it does not, the window is
   * as good as full and must be split.
   */
  async function fetchWindow(window: TimeWindow, options: WindowOptions = {}): Promise<WindowReply> {
    const { retry = once } = options;
    const fetch = async (page: number, signal: AbortSignal) => {
      const { rows, numResults } = await retry(() => fetchPage({ window, page, limit: PAGE_SIZE, signal }), signal);
      const reads = rows.map(readRecord);
      return { items: reads.map((read) => ({ key: keyOfRead(read), value: read })), numResults };
    };
    const { values, order, ...first } = await readPages(fetch, options);
    if (first.isFull || first.pages < 2 || order.length === values.length) {
      return { ...first, records: values };
    }
    const { values: again, order: nextOrder, ...second } = await readPages(fetch, options);
    const found = new Map([...values, ...again].map((read) => [keyOfRead(read), read]));
    const isSteady = isSameOrder(order, nextOrder) && !second.isFull;
    return { ...second, records: [...found.values()], pages: first.pages + second.pages, isFull: !isSteady };
  }

  async function probe(): Promise<void> {
    const toAt = Math.floor(clock.now() / SECOND_MS) * SECOND_MS;
    await fetchPage({ window: { fromAt: toAt - MINUTE_MS, toAt }, page: 0, limit: 1 });
  }

  return { timeZoneOffset: account.timeZoneOffset, fetchWindow, probe };
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
