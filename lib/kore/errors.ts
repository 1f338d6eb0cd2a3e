export type KoreErrorKind = "unauthorized" | "rate-limited" | "refused" | "unavailable" | "unreadable";

/** What to look at (the connection test says it in one sentence). */
export type KoreFault = "host" | "token" | "scope" | "stream" | "clock" | "limit" | "account";

/** A request that the vendor did not answer with rows. The message says which setting to look at, never a secret. */
export class KoreError extends Error {
  override readonly name = "KoreError";

  constructor(
    readonly kind: KoreErrorKind,
    message: string,
    /** How long the vendor asked to wait, where it did. */
    readonly retryAfterSeconds: number | null = null,
    readonly fault: KoreFault | null = null,
  ) {
    super(message);
  }

  /** Whether the same request may succeed in a while without anybody's doing. */
  get isPassing(): boolean {
    return this.kind === "rate-limited" || this.kind === "unavailable" || this.kind === "unreadable";
  }
}

export const RATE_LIMIT = /rate limit/i;
/** Tokens live for minutes: a clock that is further off makes them invalid. */
const MOST_SKEW_SECONDS = 60;

export interface ReplyFacts {
  retryAfter: string | null;
  /** This machine's clock less the vendor's, in seconds. */
  skewSeconds: number | null;
}

/** What a status and an error body mean (FACTS, "Limits and errors": the limit's message can come in any status). */
export function errorOfReply(status: number, body: string, { retryAfter, skewSeconds }: ReplyFacts): KoreError {
  const message = messageOf(body);
  if (status === 429 || RATE_LIMIT.test(message)) {
    const words = "Kore.ai’s limit of requests a minute is used up.";
    return new KoreError("rate-limited", words, secondsOf(retryAfter), "limit");
  }
  if (status === 401 || status === 403) {
    const { advice, fault } = adviceFor(message, skewSeconds);
    return new KoreError("unauthorized", `Kore.ai refused the request (${status}: ${message}). ${advice}`, null, fault);
  }
  if (status >= 500 || status === 408) {
    return new KoreError("unavailable", `Kore.ai failed with status ${status}.`, secondsOf(retryAfter), "host");
  }
  const advice = "Check KORE_HOST and KORE_ACCOUNT_ID.";
  return new KoreError(
    "refused",
    `Kore.ai did not accept the request (${status}: ${message}). ${advice}`,
    null,
    "account",
  );
}

function adviceFor(message: string, skewSeconds: number | null): { advice: string; fault: KoreFault } {
  if (/scope|permission/i.test(message)) {
    return { advice: "Give the app the scope “SmartAssist Analytics”.", fault: "scope" };
  }
  if (/sdk credentials/i.test(message)) {
    return { advice: "Check KORE_STREAM_ID.", fault: "stream" };
  }
  if (skewSeconds !== null && Math.abs(skewSeconds) > MOST_SKEW_SECONDS) {
    const side = skewSeconds > 0 ? "ahead" : "behind";
    return {
      advice: `This machine’s clock is ${Math.round(Math.abs(skewSeconds))} s ${side}: set it right.`,
      fault: "clock",
    };
  }
  return {
    advice: "Check KORE_CLIENT_ID and KORE_CLIENT_SECRET, and that this machine’s clock is right.",
    fault: "token",
  };
}

function messageOf(body: string): string {
  try {
    const first: unknown = JSON.parse(body)?.errors?.[0];
    const { msg, message } = (first ?? {}) as { msg?: unknown; message?: unknown };
    return String(msg ?? message ?? "no message").slice(0, 200);
  } catch {
    return "no message";
  }
}

function secondsOf(retryAfter: string | null): number | null {
  const seconds = Number(retryAfter);
  return retryAfter !== null && Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}
