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

/**
 * A conversation that is known but was missing in the last whole reading of its window; once it is gone, its rows are in
 * no other table, and `record` is the last that came of it.
 */
export interface AbsentConversationRow {
  conversationId: string;
  startedAt: number;
  /** When its window was last read with it, as far as the ledger knows. */
  lastSeenAt: number | null;
  firstMissedAt: number;
  /** When it was taken for gone; null while it was missed only once. */
  erasedAt: number | null;
  /** The agent's conversation that this session of the bot has become; null where it was erased. */
  replacedBy: string | null;
}

/** Which of several instances copies; only on PostgreSQL. */
export interface CopyLeaseRow {
  name: string;
  holder: string;
  token: number;
  endsAt: number;
  commits: number;
  /** The leader's `PublishedStatus` as JSON. */
  told: string;
}
