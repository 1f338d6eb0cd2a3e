import { errorOfReply, KoreError } from "./errors";
import { type Clock, createLimiter } from "./limiter";
import { keyOf, pageSchema, recordSchema, type VendorRecord } from "./schema";
import { formatVendorTime } from "./time";
import { type Credentials, signToken } from "./token";

export const PAGE_SIZE = 100;
/** `offset` 0 to 10 (vendor's page). */
export const PAGES_REACHABLE = 11;
const SELECTED_FIELDS = ["skills", "customerinfo", "userleveltags", "sessionleveltags"];
const TIMEOUT_MS = 30_000;
const SECOND = 1000;

/** Conversations in [fromAt, toAt), Unix milliseconds, whole seconds. */
export interface Window {
  fromAt: number;
  toAt: number;
}

/** A record with the vendor's own text, or the reason why it cannot be read. */
export type ReadRecord = { raw: string; record: VendorRecord } | { raw: string; reason: string };

export interface KoreAccount {
  /** Base URL without a trailing slash. */
  host: string;
  accountId: string;
  streamId: string;
  credentials: Credentials;
  timeZoneOffset: number;
  requestsPerMinute: number;
}

/** All that a window gave; `isFull` where rows may have been cut off, so that it must be split. */
export interface WindowReply {
  records: ReadRecord[];
  isFull: boolean;
}

export interface KoreClient {
  readonly timeZoneOffset: number;
  /** @throws KoreError */
  fetchWindow(window: Window): Promise<WindowReply>;
}

/** The one door to the vendor. */
export function createKoreClient(account: KoreAccount, clock: Clock, fetcher: typeof fetch = fetch): KoreClient {
  const limit = createLimiter(account.requestsPerMinute, clock);
  const path = `${account.host}/agentassist/api/public/analytics/account/${encodeURIComponent(account.accountId)}/calldetails`;

  async function request(window: Window, page: number): Promise<unknown[]> {
    const reply = await fetchReply(`${path}?limit=${PAGE_SIZE}&offset=${page}`, {
      method: "POST",
      headers: {
        auth: await signToken(account.credentials, clock.now()),
        accountid: account.accountId,
        iId: account.streamId,
        "content-type": "application/json;charset=UTF-8",
      },
      body: JSON.stringify({
        // One second earlier and up to the end itself: whether the ends are included is not known, and rows are keyed.
        startDate: formatVendorTime(window.fromAt - SECOND, account.timeZoneOffset),
        endDate: formatVendorTime(window.toAt, account.timeZoneOffset),
        timeZoneOffset: account.timeZoneOffset,
        selectedFields: SELECTED_FIELDS,
        channels: [],
        queues: [],
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: "error",
    });
    return rowsOf(reply);
  }

  async function fetchReply(url: string, init: RequestInit): Promise<string> {
    let reply: Response;
    let body: string;
    try {
      reply = await fetcher(url, init);
      body = await reply.text();
    } catch (error) {
      throw new KoreError(
        "unavailable",
        `Kore.ai could not be reached at ${account.host} (${causeOf(error)}). Check KORE_HOST.`,
      );
    }
    if (!reply.ok) {
      throw errorOfReply(reply.status, body, reply.headers.get("retry-after"));
    }
    return body;
  }

  async function fetchWindow(window: Window): Promise<WindowReply> {
    const found = new Map<string, ReadRecord>();
    for (let page = 0; page < PAGES_REACHABLE; page += 1) {
      const rows = await limit(() => request(window, page));
      const before = found.size;
      for (const row of rows) {
        const read = readRecord(row);
        found.set("record" in read ? keyOf(read.record) : read.raw, read);
      }
      if (rows.length < PAGE_SIZE) {
        return { records: [...found.values()], isFull: false };
      }
      // Pages that repeat each other mean that offsets count records there (FACTS, "Paging"): no more can be reached.
      if (found.size - before < rows.length / 2) {
        break;
      }
    }
    return { records: [...found.values()], isFull: true };
  }

  return { timeZoneOffset: account.timeZoneOffset, fetchWindow };
}

function rowsOf(body: string): unknown[] {
  try {
    return pageSchema.parse(JSON.parse(body)).data;
  } catch {
    throw new KoreError("unreadable", "Kore.ai answered with something that is not a page of conversations.");
  }
}

/** Reads one row; a bad one is set aside with its reason instead of failing the page. */
export function readRecord(row: unknown): ReadRecord {
  const raw = JSON.stringify(row);
  const result = recordSchema.safeParse(row);
  if (result.success) {
    return { raw, record: result.data };
  }
  const issue = result.error.issues[0];
  return { raw, reason: `${issue?.path.join(".") || "record"}: ${issue?.message ?? "cannot be read"}` };
}

function causeOf(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") {
    return "no answer within 30 s";
  }
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return code || (error instanceof Error ? error.name : "unknown");
}
