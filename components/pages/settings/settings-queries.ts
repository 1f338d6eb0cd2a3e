import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/components/data/fetch-json";
import { MINUTE_MS } from "@/lib/shared/instants";
import { peopleReplySchema } from "@/lib/shared/people";
import { tokensReplySchema } from "@/lib/shared/tokens";

/** The service levels as they are now: of each queue, and of all together. */
export const LEVEL_FIGURES = [
  ["queues", ""],
  ["summary", "compare=previous"],
] as const;

const STALE_MS = MINUTE_MS;

export function peopleQuery() {
  return queryOptions({
    queryKey: ["people"],
    queryFn: ({ signal }) => fetchJson("/api/people", peopleReplySchema, signal),
    staleTime: STALE_MS,
  });
}

export function tokensQuery() {
  return queryOptions({
    queryKey: ["tokens"],
    queryFn: ({ signal }) => fetchJson("/api/tokens", tokensReplySchema, signal),
    staleTime: STALE_MS,
  });
}
