import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { type DatasetId, datasetReplySchema, optionsReplySchema, syncReplySchema } from "@/lib/shared/contract";
import { conversationListSchema } from "@/lib/shared/conversation";
import { ApiError, fetchJson } from "./fetch-json";
import { withParameters } from "./view";

const STALE_MS = 60_000;

/** Whether a failed request may succeed when it is asked again. */
export function mayRetry(failures: number, error: Error): boolean {
  const isFinal = error instanceof ApiError && error.code !== "unreachable" && error.code !== "internal";
  return !isFinal && failures < 2;
}

/** One dataset for a selection; the rows of another selection stay while these load. */
export function datasetQuery(dataset: DatasetId, search: string) {
  return queryOptions({
    queryKey: ["metrics", dataset, search],
    queryFn: ({ signal }) => fetchJson(`/api/metrics/${dataset}?${search}`, datasetReplySchema, signal),
    placeholderData: keepPreviousData,
    staleTime: STALE_MS,
  });
}

export function optionsQuery() {
  return queryOptions({
    queryKey: ["options"],
    queryFn: ({ signal }) => fetchJson("/api/options", optionsReplySchema, signal),
    staleTime: STALE_MS,
  });
}

export function syncQuery() {
  return queryOptions({
    queryKey: ["sync"],
    queryFn: ({ signal }) => fetchJson("/api/sync", syncReplySchema, signal),
    staleTime: STALE_MS,
  });
}

/** The list of conversations, page after page. */
export function conversationsQuery(search: string, sort: string | null | undefined) {
  return infiniteQueryOptions({
    queryKey: ["conversations", search, sort ?? ""],
    queryFn: ({ pageParam, signal }) => {
      const parameters = withParameters(search, { sort, cursor: pageParam });
      return fetchJson(`/api/conversations?${parameters}`, conversationListSchema, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: STALE_MS,
  });
}
