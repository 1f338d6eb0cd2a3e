"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { SyncReply } from "@/lib/shared/contract";
import { loadAsking, syncQuery } from "./queries";

const AT_MOST_EVERY_MS = 5000;
/** By then the page is drawn, and nobody has chosen a filter yet. */
const QUIET_MS = 2000;

/** Listens to the copy: keeps its status fresh, and asks for the numbers again when it has brought more rows. */
export function LiveUpdates() {
  const client = useQueryClient();
  useEffect(() => {
    const quiet = setTimeout(loadAsking, QUIET_MS);
    return () => clearTimeout(quiet);
  }, []);
  useEffect(() => {
    const events = new EventSource("/api/sync/events");
    let known: string | null = null;
    let refreshing: ReturnType<typeof setTimeout> | null = null;
    const refresh = () => {
      refreshing = null;
      for (const queryKey of [["metrics"], ["conversations"], ["options"]]) {
        void client.invalidateQueries({ queryKey });
      }
    };
    events.onmessage = ({ data }: MessageEvent<string>) => {
      const status: SyncReply = JSON.parse(data);
      client.setQueryData(syncQuery().queryKey, status);
      const version = `${status.dataThrough} ${status.progress.done === status.progress.total || status.progress.done}`;
      if (known !== null && version !== known) {
        refreshing ??= setTimeout(refresh, AT_MOST_EVERY_MS);
      }
      known = version;
    };
    return () => {
      events.close();
      clearTimeout(refreshing ?? undefined);
    };
  }, [client]);
  return null;
}
