import { errorOfReply, KoreError, RATE_LIMIT } from "./errors";
import { type Clock, createLimiter } from "./limiter";
import { pageSchema } from "./schema";
import { formatVendorTime } from "./time";
import { type Credentials, signToken } from "./token";
import type { Window } from "./windows";

const SELECTED_FIELDS = ["skills", "customerinfo", "userleveltags", "sessionleveltags"];
const TIMEOUT_MS = 30_000;
const SECOND = 1000;

export interface KoreAccount {
  /** Base URL without a trailing slash. */
  host: string;
  accountId: string;
  streamId: string;
  credentials: Credentials;
  timeZoneOffset: number;
  requestsPerMinute: number;
}

export interface Page {
  rows: unknown[];
  /** The page's `numResults`: a hint and no more (FACTS, "Paging"). */
  numResults: number | null;
}

export interface PageRequest {
  window: Window;
  page: number;
  limit: number;
}

/** One page of a window within the account's limit of requests. @throws KoreError */
export type FetchPage = (request: PageRequest) => Promise<Page>;

export function createTransport(account: KoreAccount, clock: Clock, fetcher: typeof fetch): FetchPage {
  const limited = createLimiter(account.requestsPerMinute, clock);
  const path = `${account.host}/agentassist/api/public/analytics/account/${encodeURIComponent(account.accountId)}/calldetails`;

  async function request({ window, page, limit }: PageRequest): Promise<Page> {
    const body = await fetchReply(`${path}?limit=${limit}&offset=${page}`, {
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
    return pageOf(body);
  }

  async function fetchReply(url: string, init: RequestInit): Promise<string> {
    let reply: Response;
    let body: string;
    try {
      reply = await fetcher(url, init);
      body = await reply.text();
    } catch (error) {
      const message = `Kore.ai could not be reached at ${account.host} (${causeOf(error)}). Check KORE_HOST.`;
      throw new KoreError("unavailable", message, null, "host");
    }
    if (!reply.ok) {
      throw errorOfReply(reply.status, body, {
        retryAfter: reply.headers.get("retry-after"),
        skewSeconds: skewOf(reply.headers.get("date"), clock.now()),
      });
    }
    return body;
  }

  return (asked) => limited(() => request(asked));
}

function pageOf(body: string): Page {
  try {
    const { data, numResults } = pageSchema.parse(JSON.parse(body));
    return { rows: data, numResults };
  } catch {
    if (RATE_LIMIT.test(body.slice(0, 2000))) {
      throw errorOfReply(429, body, { retryAfter: null, skewSeconds: null });
    }
    throw new KoreError("unreadable", "Kore.ai answered with something that is not a page of conversations.");
  }
}

/** How far this machine's clock is from the vendor's, in seconds; null where the reply does not say. */
function skewOf(date: string | null, now: number): number | null {
  const theirs = Date.parse(date ?? "");
  return Number.isNaN(theirs) ? null : (now - theirs) / 1000;
}

function causeOf(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") {
    return "no answer within 30 s";
  }
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return code || (error instanceof Error ? error.name : "unknown");
}
