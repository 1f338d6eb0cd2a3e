import { ApiError, readError } from "./fetch-json";

type Method = "POST" | "PUT" | "PATCH" | "DELETE";

/** Sends a change to our own API. @returns the reply's JSON, null where it has none. @throws ApiError */
export async function sendJson(method: Method, path: string, body?: unknown): Promise<unknown> {
  const reply = await send(method, path, body, "Callboard’s server does not answer. Nothing was changed.");
  const answer: unknown = await reply.json().catch(() => null);
  if (!reply.ok) {
    const error = readError(answer);
    throw error ? new ApiError(error.code, error.message) : new ApiError("internal", "That failed. Try again.");
  }
  return answer;
}

/** Posts JSON and leaves the reply to be read. @throws ApiError `unreachable` */
export function postJson(path: string, body: unknown): Promise<Response> {
  return send("POST", path, body, "The server does not answer. Check your connection.");
}

function send(method: Method, path: string, body: unknown, unreachable: string): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(path, { method, headers, body: JSON.stringify(body) }).catch(() => {
    throw new ApiError("unreachable", unreachable);
  });
}
