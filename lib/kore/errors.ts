export type KoreErrorKind = "unauthorized" | "rate-limited" | "refused" | "unavailable" | "unreadable";

/** A request that the vendor did not answer with rows. The message says which setting to look at, never a secret. */
export class KoreError extends Error {
  override readonly name = "KoreError";

  constructor(
    readonly kind: KoreErrorKind,
    message: string,
    /** How long the vendor asked to wait, where it did. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }

  /** Whether the same request may succeed in a while without anybody's doing. */
  get isPassing(): boolean {
    return this.kind === "rate-limited" || this.kind === "unavailable" || this.kind === "unreadable";
  }
}

const RATE_LIMIT = /rate limit/i;

/** What a status and an error body mean (FACTS, "Limits and errors": the limit's message can come in any status). */
export function errorOfReply(status: number, body: string, retryAfter: string | null): KoreError {
  const message = messageOf(body);
  if (status === 429 || RATE_LIMIT.test(message)) {
    return new KoreError("rate-limited", "Kore.ai’s limit of requests a minute is used up.", secondsOf(retryAfter));
  }
  if (status === 401 || status === 403) {
    return new KoreError("unauthorized", `Kore.ai refused the request (${status}: ${message}). ${adviceFor(message)}`);
  }
  if (status >= 500 || status === 408) {
    return new KoreError("unavailable", `Kore.ai failed with status ${status}.`, secondsOf(retryAfter));
  }
  return new KoreError(
    "refused",
    `Kore.ai did not accept the request (${status}: ${message}). Check KORE_HOST and KORE_ACCOUNT_ID.`,
  );
}

function adviceFor(message: string): string {
  if (/scope|permission/i.test(message)) {
    return "Give the app the scope “SmartAssist Analytics”.";
  }
  if (/sdk credentials/i.test(message)) {
    return "Check KORE_STREAM_ID.";
  }
  return "Check KORE_CLIENT_ID and KORE_CLIENT_SECRET, and that this machine’s clock is right.";
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
