import { ApiError, readError } from "./fetch-json";

/** Sends a change to our own API. @returns the reply's JSON, null where it has none. @throws ApiError */
export async function sendJson(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const reply = await fetch(path, { method, headers, body: JSON.stringify(body) }).catch(() => {
    throw new ApiError("unreachable", "Callboard’s server does not answer. Nothing was changed.");
  });
  const answer: unknown = await reply.json().catch(() => null);
  if (!reply.ok) {
    const error = readError(answer);
    throw error ? new ApiError(error.code, error.message) : new ApiError("internal", "That failed. Try again.");
  }
  return answer;
}
