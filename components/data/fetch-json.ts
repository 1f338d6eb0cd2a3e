import type { z } from "zod";
import { errorReplySchema } from "@/lib/shared/contract";

/** A reply that was an error, with its stable code. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Fetches and parses a reply of our own API. @throws ApiError */
export async function fetchJson<T>(path: string, schema: z.ZodType<T>, signal?: AbortSignal): Promise<T> {
  const reply = await fetch(path, { signal, headers: { accept: "application/json" } }).catch((error: unknown) => {
    if (signal?.aborted) {
      throw error;
    }
    throw new ApiError("unreachable", "Callboard’s server does not answer. Check your connection.");
  });
  const body: unknown = await reply.json().catch(() => null);
  if (!reply.ok) {
    const parsed = errorReplySchema.safeParse(body);
    throw parsed.success
      ? new ApiError(parsed.data.error.code, parsed.data.error.message)
      : new ApiError("internal", `Callboard’s server answered with status ${reply.status}.`);
  }
  return schema.parse(body);
}
