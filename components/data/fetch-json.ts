import type { z } from "zod";
import { splitLongAddress } from "@/lib/shared/long-address";

/** A reply that was an error, with its stable code. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** What a reply must be, or the way to it: schemas are loaded with the first reply, after the first paint. */
export type Schema<T> = z.ZodType<T> | (() => Promise<z.ZodType<T>>);

/** What an error's reply says of itself; null where it is no error of ours. */
export function readError(body: unknown): Pick<ApiError, "code" | "message" | "details"> | null {
  const error = typeof body === "object" && body !== null && "error" in body ? body.error : null;
  if (typeof error !== "object" || error === null || !("code" in error) || !("message" in error)) {
    return null;
  }
  const details = "details" in error && typeof error.details === "object" ? error.details : null;
  return { code: String(error.code), message: String(error.message), details: { ...details } };
}

export const schemaOf = async <T>(schema: Schema<T>) => (typeof schema === "function" ? await schema() : schema);

/** Fetches a reply of our own API. @throws ApiError where there is none, or it is an error. */
export async function fetchReply(path: string, init: RequestInit): Promise<Response> {
  const reply = await fetch(path, init).catch((error: unknown) => {
    if (init.signal?.aborted) {
      throw error;
    }
    throw new ApiError("unreachable", "Callboard’s server does not answer. Check your connection.");
  });
  if (!reply.ok) {
    const error = readError(await reply.json().catch(() => null));
    throw error
      ? new ApiError(error.code, error.message, error.details)
      : new ApiError("internal", `Callboard’s server answered with status ${reply.status}.`);
  }
  return reply;
}

/** Fetches and parses a reply of our own API, by POST where its address is too long for GET. @throws ApiError */
export async function fetchJson<T>(path: string, schema: Schema<T>, signal?: AbortSignal): Promise<T> {
  const long = splitLongAddress(path);
  const headers = { accept: "application/json" };
  const reply = await (long
    ? fetchReply(long.path, { method: "POST", body: new URLSearchParams(long.search), signal, headers })
    : fetchReply(path, { signal, headers }));
  const body: unknown = await reply.json().catch(() => null);
  return (await schemaOf(schema)).parse(body);
}
