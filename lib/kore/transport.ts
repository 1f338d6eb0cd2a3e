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
  /** Ends the wait for the limiter as well as the request under way. */
  signal?: AbortSignal | undefined;
}

/** One page of a window within the account's limit of requests. @throws KoreError */
type FetchPage = (request: PageRequest) => Promise<Page>;

export function createTransport(account: KoreAccount, clock: Clock, fetcher: Fetcher): FetchPage {
  const limited = createLimiter(account.requestsPerMinute, clock);
  return (request) =>
    limited(
      () =>
        withDeadline(TIMEOUT_MS, request.signal, (signal) => fetchPage({ account, clock, fetcher }, request, signal)),
      request.signal,
    );
}

interface Transport {
  account: KoreAccount;
  clock: Clock;
  fetcher: Fetcher;
}

async function fetchPage(
  { account, clock, fetcher }: Transport,
  request: PageRequest,
  signal: AbortSignal,
): Promise<Page> {
  const { host, accountId, streamId, credentials } = account;
  const path = `${host}/agentassist/api/public/analytics/account/${encodeURIComponent(accountId)}/calldetails`;
  const url = `${path}?limit=${request.limit}&offset=${request.page}`;
  const headers = {
    auth: await signToken(credentials, clock.now()),
    accountid: accountId,
    iId: streamId,
    "content-type": "application/json;charset=UTF-8",
  };
  const body = JSON.stringify(bodyOf(request.window, account.timeZoneOffset));
  const { reply, text } = await fetchText({ host, fetcher }, url, {
    method: "POST",
    headers,
    body,
    signal,
    redirect: "manual",
  });
  const facts = factsOf(reply, clock.now());
  if (reply.status >= 300 && reply.status < 400) {
    throw errorOfRedirect(reply.status, reply.headers.get("location"), url);
  }
  if (!reply.ok) {
    throw errorOfReply(reply.status, text, facts);
  }
  return pageOf(text, request, facts);
}

function bodyOf(window: TimeWindow, timeZoneOffset: number) {
  return {
    // One second earlier and up to the end itself: whether the ends are included is not known, and rows are keyed.
    startDate: formatVendorTime(window.fromAt - SECOND_MS, timeZoneOffset),
    endDate: formatVendorTime(window.toAt, timeZoneOffset),
    timeZoneOffset,
    selectedFields: SELECTED_FIELDS,
    channels: [],
    queues: [],
  };
}

async function fetchText(
  { host, fetcher }: { host: string; fetcher: Fetcher },
  url: string,
  init: Parameters<Fetcher>[1],
) {
  try {
    const reply = await fetcher(url, init);
    return { reply, text: await reply.text() };
  } catch (error) {
    // A deadline is the vendor's failure; any other reason is the caller's.
    const reason: unknown = init.signal?.aborted ? init.signal.reason : null;
    if (reason !== null && !(reason instanceof Error && reason.name === "TimeoutError")) {
      throw reason;
    }
    throw errorOfFailure(error, host, TIMEOUT_MS / SECOND_MS);
  }
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
