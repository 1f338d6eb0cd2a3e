"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { SyncReply } from "@/lib/shared/contract";
import { followStatus } from "./follow-status";
import { LOST_SINCE, loadSyncSchema, preloadDatasets, syncQuery } from "./queries";

const AT_MOST_EVERY_MS = 5000;
/** By then the page is drawn, and nobody has chosen a filter yet. */
const QUIET_MS = 2000;

/** What the numbers depend on: once it differs, they are fetched again. */
function versionOf({ dataThrough, progress, setAside, unread, stale }: SyncReply): string {
  return JSON.stringify([dataThrough, progress.done === progress.total || progress.done, setAside, unread, stale]);
}

/** Follows the sync: keeps its status fresh, and fetches the numbers again once there are more rows. */
export function LiveUpdates() {
  const client = useQueryClient();
  useEffect(() => {
    const quiet = setTimeout(preloadDatasets, QUIET_MS);
    return () => clearTimeout(quiet);
  }, []);
  useEffect(() => {
    let known: string | null = null;
    let refreshing: ReturnType<typeof setTimeout> | null = null;
    const refresh = () => {
      refreshing = null;
      for (const queryKey of [["metrics"], ["conversations"], ["options"]]) {
        void client.invalidateQueries({ queryKey });
      }
    };
    const following = followStatus({
      open: () => new EventSource("/api/sync/events"),
      schema: loadSyncSchema,
      onStatus: (status) => {
        client.setQueryData(syncQuery().queryKey, status);
        const version = versionOf(status);
        if (known !== null && version !== known) {
          refreshing ??= setTimeout(refresh, AT_MOST_EVERY_MS);
        }
        known = version;
      },
      onLost: (since) => client.setQueryData(LOST_SINCE, since),
      now: Date.now,
      random: Math.random,
    });
    window.addEventListener("online", following.retry);
    return () => {
      window.removeEventListener("online", following.retry);
      following.stop();
      clearTimeout(refreshing ?? undefined);
    };
  }, [client]);
  return null;
}
