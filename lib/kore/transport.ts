import { withDeadline } from "@/lib/shared/aborting";
import { SECOND_MS } from "@/lib/shared/instants";
import { errorOfFailure } from "./connection-errors";
import { errorOfBody, errorOfRedirect, errorOfReply, type ReplyFacts } from "./errors";
import type { FetchedReply, Fetcher } from "./fetcher";
import { parseJson } from "./json";
import { type Clock, createLimiter } from "./limiter";
import { pageSchema } from "./schema";
import { formatVendorTime } from "./time";
import { type Credentials, signToken } from "./token";
import type { TimeWindow } from "./windows";

const SELECTED_FIELDS = ["skills", "customerinfo", "userleveltags", "sessionleveltags"];
const TIMEOUT_MS = 30_000;

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

interface PageRequest {
  window: TimeWindow;
  page: number;
  limit: number;
  /** Gives up the wait for a place as well as the request under way. */
  signal?: AbortSignal | undefined;
}

/** One page of a window within the account's limit of requests. @throws KoreError */
type FetchPage = (request: PageRequest) => Promise<Page>;

export function createTransport(account: KoreAccount, clock: Clock, fetcher: Fetcher): FetchPage {
  const limited = createLimiter(account.requestsPerMinute, clock);
  const path = `${account.host}/agentassist/api/public/analytics/account/${encodeURIComponent(account.accountId)}/calldetails`;

  async function request(asked: PageRequest, signal: AbortSignal): Promise<Page> {
    const { window, page, limit } = asked;
    const url = `${path}?limit=${limit}&offset=${page}`;
    const { reply, body } = await fetchReply(url, {
      method: "POST",
      headers: {
        auth: await signToken(account.credentials, clock.now()),
        accountid: account.accountId,
        iId: account.streamId,
        "content-type": "application/json;charset=UTF-8",
      },
      body: JSON.stringify({
        // One second earlier and up to the end itself: whether the ends are included is not known, and rows are keyed.
        startDate: formatVendorTime(window.fromAt - SECOND_MS, account.timeZoneOffset),
        endDate: formatVendorTime(window.toAt, account.timeZoneOffset),
        timeZoneOffset: account.timeZoneOffset,
        selectedFields: SELECTED_FIELDS,
        channels: [],
        queues: [],
      }),
      signal,
      redirect: "manual",
    });
    const facts = factsOf(reply, clock.now());
    if (reply.status >= 300 && reply.status < 400) {
      throw errorOfRedirect(reply.status, reply.headers.get("location"), url);
    }
    if (!reply.ok) {
      throw errorOfReply(reply.status, body, facts);
    }
    return pageOf(body, asked, facts);
  }

  async function fetchReply(url: string, init: Parameters<Fetcher>[1]) {
    try {
      const reply = await fetcher(url, init);
      return { reply, body: await reply.text() };
    } catch (error) {
      // A deadline is the vendor's failure; any other reason is that of whoever asked.
      const reason: unknown = init.signal?.aborted ? init.signal.reason : null;
      if (reason !== null && !(reason instanceof Error && reason.name === "TimeoutError")) {
        throw reason;
      }
      throw errorOfFailure(error, account.host, TIMEOUT_MS / SECOND_MS);
    }
  }

  return (asked) =>
    limited(() => withDeadline(TIMEOUT_MS, asked.signal, (signal) => request(asked, signal)), asked.signal);
}

/** @throws KoreError where the reply is no page, or not one that says for sure that there are no rows. */
function pageOf(body: string, { page, limit }: PageRequest, facts: ReplyFacts): Page {
  const { success, data: reply } = pageSchema.safeParse(parsed(body));
  if (!success || !isNothing(reply.errors)) {
    throw errorOfBody(body, facts);
  }
  const { data, numResults } = reply;
  if (Array.isArray(data)) {
    return { rows: data, numResults };
  }
  if (!isNothing(data)) {
    return { rows: [data], numResults };
  }
  // The count of a page, or the total where that ends before this page.
  const isEnd = numResults === 0 || (numResults !== null && numResults >= limit && numResults <= page * limit);
  if (!isEnd) {
    throw errorOfBody(body, facts);
  }
  return { rows: [], numResults };
}

function parsed(body: string): unknown {
  try {
    return parseJson(body);
  } catch {
    return null;
  }
}

const isNothing = (value: unknown) => !value || (typeof value === "object" && Object.keys(value).length === 0);

function factsOf({ headers }: FetchedReply, now: number): ReplyFacts {
  return { retryAfter: headers.get("retry-after"), skewSeconds: skewOf(headers.get("date"), now), now };
}

/** How far this machine's clock is from the vendor's, in seconds; null where the reply does not say. */
function skewOf(date: string | null, now: number): number | null {
  const theirs = Date.parse(date ?? "");
  return Number.isNaN(theirs) ? null : (now - theirs) / 1000;
}
