/**
 * What goes wrong, and how often: numbers are probabilities per request, 0 to 1, unless noted.
 * The same plan does the same to the same request number. No fault changes what the centre's truth is.
 *
 *     startSimulator({ faults: { faultSeed: 4, error503: 0.1, duplicateRows: 0.05 } })
 */
export interface FaultPlan {
  /** 1 where it is not given. */
  faultSeed?: number;
  /** The range of the latency, drawn for each request. */
  latencyMs?: readonly [number, number];
  /** After every so many requests the next `length` are told that the rate limit is exceeded, with 429 or that status. */
  storm429?: { everyRequests: number; length: number; retryAfterSeconds?: number; status?: number };
  /** The vendor's kind of JSON error; the request was not looked at. */
  error500?: number;
  /** A gateway's page of HTML; the request was not looked at. */
  error503?: number;
  /** The connection is reset before anything of the answer is sent. */
  resetBeforeReply?: number;
  /** Headers and half of the body come, then the connection ends. */
  resetMidBody?: number;
  /** A whole HTTP answer that holds the first half of the JSON. */
  truncatedJson?: number;
  /** A sign-in page of HTML with status 200. */
  wrongContentType?: number;
  /** Status 200, JSON by its header, and nothing in it. */
  emptyBody?: number;
  /** Every question whose range touches [fromMs, toMs) gets this status instead of its rows, always. */
  rejectRange?: { fromMs: number; toMs: number; status: number };

  /** The share of a window's rows that come once more, 100 to 400 rows later or, where that is past the end, at the end. */
  duplicateRows?: number;
  /** A window's rows come shuffled, the same way whenever it is asked for. */
  reorderPages?: boolean;
  /** They come shuffled anew for each request, so that on one pass a row can come on two pages, or on none. */
  unstableOrder?: boolean;
  /** The offset counts records, not pages: of a window only limit + 10 rows can be reached. */
  offsetsAreRecords?: boolean;
  /** Pages hold so many rows more than the limit, and offsets count these longer pages. */
  longPages?: number;
  /** What `numResults` counts, or whether it is nonsense or missing. */
  numResults?: "page" | "total" | "pages" | "nonsense" | "missing";
  /** The share of records that cannot be read, the same ones whenever they come: `isSpoiled` tells which. */
  badRecords?: number;
}

/** The plan in force when a request came, and the request's number under that plan, from 0. */
export interface RequestFaults {
  plan: FaultPlan;
  number: number;
}

const DEFAULT_FAULT_SEED = 1;

/** The plan's seed, so that whoever draws need not know the default. */
export function faultSeedOf({ faultSeed = DEFAULT_FAULT_SEED }: FaultPlan): number {
  return faultSeed;
}
