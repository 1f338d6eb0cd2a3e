import type { RequestFaults } from "./fault-plan";

/** What arrived. */
export interface ApiRequest {
  method: string;
  url: URL;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
  faults: RequestFaults;
}

/** What goes out: the body is text, so that a layer around the handler can bend it. */
export interface ApiReply {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Half the body is sent, or nothing at all, and the connection ends; the whole where it is not given. */
  delivery?: "half" | "none";
}

/** The one shape of everything that answers: layers (latency, faults) take a handler and give one. */
export type Handler = (request: ApiRequest) => Promise<ApiReply>;

export function jsonReply(status: number, value: unknown): ApiReply {
  return { status, headers: { "content-type": "application/json; charset=utf-8" }, body: JSON.stringify(value) };
}

export function errorReply(status: number, msg: string, code: number): ApiReply {
  return jsonReply(status, { errors: [{ msg, code }] });
}

/** The vendor's refusals, in its words; codes other than 4002 are not documented. */
export const REFUSALS = {
  notFound: errorReply(404, "Not Found", 404),
  badCredentials: errorReply(401, "Invalid SDK credentials", 4002),
  badToken: errorReply(401, "Invalid JWT token", 4002),
  badScope: errorReply(401, "Permission denied. Scope is incorrect!", 4002),
  badArguments: errorReply(412, "Validation errors/ Invalid arguments", 412),
  tooMany: errorReply(429, "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.", 429),
};

/** Answers later. */
export function withLatency(handler: Handler, latencyMs: number): Handler {
  if (latencyMs <= 0) return handler;
  return async (request) => {
    await new Promise((resolve) => setTimeout(resolve, latencyMs));
    return handler(request);
  };
}
