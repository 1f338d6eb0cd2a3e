import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/components/data/fetch-json";
import { sendJson } from "@/components/data/send-json";
import { messageOf } from "@/components/ui/form/submit-form";
import { showToast } from "@/components/ui/overlay/toast";
import {
  type ConnectionTest,
  checksReplySchema,
  connectionTestSchema,
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
    queryKey: ["sync-rejected"],
    queryFn: ({ signal }) => fetchJson("/api/sync/rejected", rejectedReplySchema, signal),
  });
}

type Action = (typeof SYNC_ACTIONS)[number];

const DONE: Record<Action, string> = {
  run: "A run is under way; failed parts are tried again.",
  pause: "The sync is paused.",
  resume: "The sync goes on.",
};

/** Starts, pauses or resumes the sync, and confirms it by a toast. */
export async function runSync(action: Action): Promise<void> {
  try {
    await sendJson("POST", "/api/sync", { action });
    showToast(DONE[action]);
  } catch (error) {
    showToast(messageOf(error), "bad");
  }
}

/** @throws ApiError */
export async function testConnection(): Promise<ConnectionTest> {
  return connectionTestSchema.parse(await sendJson("POST", "/api/sync/test", {}));
}
