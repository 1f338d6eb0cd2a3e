/** Stable codes of every error that leaves the server; `lib/http` turns each into its HTTP status. */
export const ERROR_CODES = [
  "invalid_parameter",
  "unknown_dataset",
  "not_found",
  "conflict",
  "unauthenticated",
  "forbidden",
  "body_too_large",
  "address_too_long",
  "headers_too_large",
  "too_many_requests",
  "result_too_large",
  "timed_out",
  "store_unavailable",
  "internal",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What each code means to whoever scripts the API; the message of an error says more. */
export const ERROR_MEANINGS: Record<ErrorCode, string> = {
  invalid_parameter: "A parameter is unknown or wrong. details.parameter names it; nothing was done.",
  unknown_dataset: "There is no dataset of this name. The message lists those that there are.",
  not_found: "There is nothing at this address, or nothing that you may see.",
  conflict: "What is there does not allow it: your own account, or the last administrator. The message says more.",
  unauthenticated: "You are not signed in, or the token is mistyped, revoked or expired.",
  forbidden: "Your role, or a token, may not do this; or another site’s page asked for it.",
  body_too_large: "The request’s body is too long: 64 kB, or 1 MB where a route takes a long selection.",
  address_too_long: "The address is too long, or has too many parameters. Send a long selection by POST.",
  headers_too_large: "The address and the headers are too long together (16 kB).",
  too_many_requests: "Too many requests of yours at once, or too many tries. Retry-After says when to ask again.",
  result_too_large: "The answer would take more memory than Callboard may use. Choose a shorter range or more filters.",
  timed_out: "The answer took longer than QUERY_TIMEOUT_SECONDS. Choose a shorter range or fewer filters.",
  store_unavailable: "The store does not answer for now. Try again later.",
  internal: "Something failed inside Callboard. Its log says more.",
};

/** An error whose message may be shown to the person who caused it: it names what is wrong and what to do. */
export class CallboardError extends Error {
  override readonly name = "CallboardError";

  // By name: Next bundles instrumentation and routes apart, so that this class is there twice in one process, and the
  // store throws the one while a route asks for the other.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "CallboardError";
  }

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: Record<string, string>,
  ) {
    super(message);
  }
}

/** @throws CallboardError `invalid_parameter`, naming the parameter in `details`. */
export function rejectParameter(parameter: string, message: string): never {
  throw new CallboardError("invalid_parameter", message, { parameter });
}

const DEEPEST_CAUSE = 10;

/**
 * An error, then what caused it, depth first. Node tries every address of a host name and gathers the failures in one
 * error without a message.
 */
export function causesOf(error: unknown, depth = DEEPEST_CAUSE): Error[] {
  if (!(error instanceof Error) || depth === 0) {
    return [];
  }
  const causes = error instanceof AggregateError ? error.errors : [error.cause];
  return [error, ...causes.flatMap((cause) => causesOf(cause, depth - 1))];
}
