export type KoreErrorKind = "unauthorized" | "rate-limited" | "refused" | "unavailable" | "unreadable";

/** What to look at (the connection test puts it in one sentence). */
export type KoreFault =
  | "host"
  | "token"
  | "scope"
  | "stream"
  | "clock"
  | "limit"
  | "account"
  | "redirect"
  | "proxy"
  | "html"
  | "error-body"
  | "reply"
  | "timeout"
  | "connection"
  | "unknown-host"
  | "certificate";

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

const RATE_LIMIT = /rate limit/i;
const BAD_TOKEN = /jwt|(invalid|expired) token|token (is |has )?(invalid|expired)/i;
const BAD_STREAM = /sdk credentials/i;
const BAD_SCOPE = /scope|permission/i;
/** Tokens live for minutes: a clock that is further off makes them invalid. */
const MOST_SKEW_SECONDS = 60;

export interface ReplyFacts {
  /** `Retry-After`: seconds, or an HTTP date. */
  retryAfter: string | null;
  /** This machine's clock less the vendor's, in seconds; null where the reply has no `Date`. */
  skewSeconds: number | null;
  /** This machine's clock, Unix milliseconds. */
  now: number;
}

/** What a status and an error body mean (FACTS, "Limits and errors": the limit's message can come in any status). */
export function errorOfReply(status: number, body: string, facts: ReplyFacts): KoreError {
  const message = messageOf(body) ?? (isHtml(body) ? "a web page in place of JSON" : "no message");
  if (status === 429 || RATE_LIMIT.test(message)) {
    const words = "Kore.ai’s limit of requests a minute is used up.";
    return new KoreError("rate-limited", words, secondsToWait(facts), "limit");
  }
  if (status === 407) {
    return proxyError(407);
  }
  if (status === 401 || status === 403) {
    return refusalOf(status, message, isHtml(body) ? WEB_PAGE : adviceFor(message, facts.skewSeconds));
  }
  if (status >= 500 || status === 408) {
    return new KoreError("unavailable", `Kore.ai failed with status ${status}.`, secondsToWait(facts), "host");
  }
  const advice = "Check KORE_HOST and KORE_ACCOUNT_ID.";
  return new KoreError(
    "refused",
    `Kore.ai did not accept the request (${status}: ${message}). ${advice}`,
    null,
    "account",
  );
}

/** Why a body that came with the status of success holds no page of conversations: an error, a web page, or neither. */
export function errorOfBody(body: string, facts: ReplyFacts): KoreError {
  if (isHtml(body)) {
    return new KoreError(
      "unreadable",
      `Kore.ai’s address answered with HTML. ${WEB_PAGE.advice}`,
      null,
      WEB_PAGE.fault,
    );
  }
  const message = messageOf(body);
  if (message === null) {
    const words = "Kore.ai answered with something that is not a page of conversations. It is asked again.";
    return new KoreError("unreadable", words, null, "reply");
  }
  if (RATE_LIMIT.test(message)) {
    return errorOfReply(429, body, facts);
  }
  if ([BAD_SCOPE, BAD_STREAM, BAD_TOKEN].some((words) => words.test(message))) {
    return refusalOf(200, message, adviceFor(message, facts.skewSeconds));
  }
  const advice = "It is asked again; where that goes on, ask Kore.ai’s support about this message.";
  const words = `Kore.ai answered with an error in place of conversations (${message}). ${advice}`;
  return new KoreError("unreadable", words, secondsToWait(facts), "error-body");
}

interface Advice {
  advice: string;
  fault: KoreFault;
}

function refusalOf(status: number, message: string, { advice, fault }: Advice): KoreError {
  return new KoreError("unauthorized", `Kore.ai refused the request (${status}: ${message}). ${advice}`, null, fault);
}

/** A reply that sends the request elsewhere is not followed: the token is for this host alone. */
export function errorOfRedirect(status: number, location: string | null, url: string): KoreError {
  const target = location !== null && URL.canParse(location, url) ? new URL(location, url) : null;
  const to = target ? `to ${target.host}` : "elsewhere";
  const advice = "It is not followed: set KORE_HOST to the final address, and check for a login page in front of it.";
  return new KoreError("unavailable", `Kore.ai’s host redirects ${to} (${status}). ${advice}`, null, "redirect");
}

/** A proxy that wants another password (407), or does not let the request through. */
export function proxyError(status: number): KoreError {
  const words =
    status === 407
      ? "The proxy asks for authentication (407). Check the user name and the password in HTTPS_PROXY."
      : `The proxy did not open a connection to Kore.ai (${status}). Check HTTPS_PROXY, NO_PROXY and what the proxy allows.`;
  return new KoreError("unavailable", words, null, "proxy");
}

const WEB_PAGE: Advice = {
  advice:
    "That is a web page in place of JSON: a login page, a proxy or a gateway stands between. Check KORE_HOST and the way to it.",
  fault: "html",
};

const isHtml = (body: string) => /^\s*(<!doctype html|<html|<head|<\?xml|<!--)/i.test(body.slice(0, 1000));

function adviceFor(message: string, skewSeconds: number | null): Advice {
  if (BAD_SCOPE.test(message)) {
    return { advice: "Give the app the scope “SmartAssist Analytics”.", fault: "scope" };
  }
  if (BAD_STREAM.test(message)) {
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

interface ErrorBody {
  errors?: unknown;
  error?: unknown;
  msg?: unknown;
  message?: unknown;
}

/** The message of an error body; null where it has none. */
function messageOf(body: string): string | null {
  let reply: ErrorBody | null;
  try {
    reply = JSON.parse(body);
  } catch {
    return null;
  }
  const first: unknown = Array.isArray(reply?.errors) ? reply.errors[0] : null;
  const firstOfList = typeof first === "object" ? (first as ErrorBody | null) : null;
  const nested = typeof reply?.error === "object" ? (reply.error as ErrorBody | null) : null;
  const texts = [
    first,
    firstOfList?.msg,
    firstOfList?.message,
    reply?.errors,
    nested?.message,
    nested?.msg,
    reply?.error,
    reply?.message,
    reply?.msg,
  ];
  const text = texts.find((value) => typeof value === "string" && value !== "");
  return text === undefined ? null : String(text).slice(0, 200);
}

/** Seconds as given; a date is compared with the vendor's own clock, where the reply holds it. */
function secondsToWait({ retryAfter, skewSeconds, now }: ReplyFacts): number | null {
  const text = retryAfter?.trim() ?? "";
  const seconds = text === "" ? Number.NaN : Number(text);
  if (Number.isFinite(seconds)) {
    return seconds >= 0 ? seconds : null;
  }
  // Every form of a date in HTTP is in GMT, one of them without saying so.
  const until = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
  return Number.isNaN(until) ? null : Math.max(0, (until - now) / 1000 + (skewSeconds ?? 0));
}
