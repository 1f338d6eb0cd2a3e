import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { DatasetId } from "@/lib/shared/datasets";
import { MINUTE_MS } from "@/lib/shared/instants";
import { withParameters } from "@/lib/shared/view";
import { ApiError, fetchJson } from "./fetch-json";

const datasets = () => import("./fetch-dataset");
const contract = () => import("@/lib/shared/contract");
const conversation = () => import("@/lib/shared/conversation");
const datasetReply = async () => (await contract()).datasetReplySchema;
const optionsReply = async () => (await contract()).optionsReplySchema;
/** Loaded with the first status, after the first paint. */
export const loadSyncSchema = async () => (await contract()).syncReplySchema;
const serviceLevels = async () => (await import("@/lib/shared/service-levels")).serviceLevelsSchema;
const conversationList = async () => (await conversation()).conversationListSchema;
const conversationDetail = async () => (await conversation()).conversationDetailSchema;
const neighbours = async () => (await conversation()).conversationNeighboursSchema;

/** Loads the code that fetches datasets and the schemas of replies, so that the first filter does not wait for them. */
export const preloadDatasets = () => void Promise.all([datasets(), contract()]).catch(() => {});

const STALE_MS = MINUTE_MS;

/** Whether a failed request may succeed when it is asked again. */
export function mayRetry(failures: number, error: Error): boolean {
  const isFinal = error instanceof ApiError && error.code !== "unreachable" && error.code !== "internal";
  return !isFinal && failures < 2;
}

/** One dataset for a selection; the rows of another selection stay while these load. */
export function datasetQuery(dataset: DatasetId, search: string) {
  return queryOptions({
    queryKey: ["metrics", dataset, search],
    queryFn: async ({ signal }) => (await datasets()).fetchDataset(dataset, search, datasetReply, signal),
    placeholderData: keepPreviousData,
    staleTime: STALE_MS,
  });
}

export function optionsQuery() {
  return queryOptions({
    queryKey: ["options"],
    queryFn: ({ signal }) => fetchJson("/api/options", optionsReply, signal),
    staleTime: STALE_MS,
  });
}

export function syncQuery() {
  return queryOptions({
    queryKey: ["sync"],
    queryFn: ({ signal }) => fetchJson("/api/sync", loadSyncSchema, signal),
    staleTime: STALE_MS,
  });
}

/** Since when the sync status has not been received (Unix ms); null or nothing while it is. */
export const LOST_SINCE = ["live-updates-lost-since"] as const;

export function lostSinceQuery() {
  return queryOptions<number | null>({
    queryKey: LOST_SINCE,
    queryFn: () => null,
    enabled: false,
    initialData: null,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

export function serviceLevelsQuery() {
  return queryOptions({
    queryKey: ["service-levels"],
    queryFn: ({ signal }) => fetchJson("/api/service-levels", serviceLevels, signal),
    staleTime: STALE_MS,
  });
}

/** Rows that the list fetches at once. */
export const LIST_PAGE = 100;

/** One page of the list of conversations, counted from 0; `search` is the list's whole query string. */
export function conversationsQuery(search: string, page: number) {
  const parameters = withParameters(search, { offset: page === 0 ? null : String(page * LIST_PAGE) });
  return queryOptions({
    queryKey: ["conversations", search, page],
    queryFn: ({ signal }) => fetchJson(`/api/conversations?${parameters}`, conversationList, signal),
    staleTime: STALE_MS,
    // Whoever comes back from a conversation finds the list where it was.
    gcTime: 30 * MINUTE_MS,
  });
}

/** One conversation whole, for what its page leaves out. */
export function conversationQuery(id: string) {
  return queryOptions({
    queryKey: ["conversation", id],
    queryFn: ({ signal }) => fetchJson(`/api/conversations/${encodeURIComponent(id)}`, conversationDetail, signal),
    staleTime: STALE_MS,
  });
}

/** The conversations before and after one in the list that it was opened from. */
export function neighboursQuery(id: string, search: string) {
  return queryOptions({
    queryKey: ["conversations", search, "neighbours", id],
    queryFn: ({ signal }) =>
      fetchJson(`/api/conversations/${encodeURIComponent(id)}/neighbours?${search}`, neighbours, signal),
    staleTime: STALE_MS,
  });
}
