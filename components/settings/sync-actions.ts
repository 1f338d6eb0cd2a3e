import { queryOptions } from "@tanstack/react-query";
import { ApiError, fetchJson } from "@/components/data/fetch-json";
import {
  type ConnectionTest,
  checksReplySchema,
  connectionTestSchema,
  errorReplySchema,
  rejectedReplySchema,
  type SYNC_ACTIONS,
} from "@/lib/shared/contract";

export function checksQuery() {
  return queryOptions({
    queryKey: ["metrics", "sync-checks"],
    queryFn: ({ signal }) => fetchJson("/api/sync/checks", checksReplySchema, signal),
  });
}

export function rejectedQuery() {
  return queryOptions({
    queryKey: ["metrics", "sync-rejected"],
    queryFn: ({ signal }) => fetchJson("/api/sync/rejected", rejectedReplySchema, signal),
  });
}

/** Runs, pauses or resumes the copy. @throws ApiError */
export async function actOnSync(action: (typeof SYNC_ACTIONS)[number]): Promise<void> {
  await post("/api/sync", { action });
}

/** @throws ApiError */
export async function testConnection(): Promise<ConnectionTest> {
  return connectionTestSchema.parse(await post("/api/sync/test", {}));
}

async function post(path: string, body: unknown): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const reply = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  const answer: unknown = await reply.json().catch(() => null);
  if (!reply.ok) {
    const parsed = errorReplySchema.safeParse(answer);
    throw new ApiError(parsed.data?.error.code ?? "internal", parsed.data?.error.message ?? "That failed. Try again.");
  }
  return answer;
}
