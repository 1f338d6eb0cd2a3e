/**
 * A window of starts [fromAt, toAt) that was read at `fetchedAt`: copied whole, truncated (a second with more rows than
 * the source hands out), or failed with its reason. What no row covers was never read.
 */
export interface SyncWindowRow {
  fromAt: number;
  toAt: number;
  fetchedAt: number;
  state: "copied" | "truncated" | "failed";
  reason: string | null;
  /** Rows that came and requests that it took. */
  rows: number;
  requests: number;
  /** Rows that were stored already when they came. */
  knownRows: number;
  /** `numResults` of the first page: a hint. */
  numResults: number | null;
}

export interface RejectedRecordRow {
  recordHash: string;
  reason: string;
  record: string;
  rejectedAt: number;
  /** The window in which it came. */
  fromAt: number;
  toAt: number;
}

/** Which of several instances copies; only on PostgreSQL. */
export interface CopyLeaseRow {
  name: string;
  holder: string;
  token: number;
  endsAt: number;
  commits: number;
  told: string;
}
