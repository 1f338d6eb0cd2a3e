"use client";

import type { ReactNode } from "react";
import { Empty, Loading } from "@/components/ui/panel/panel-state";
import type { DatasetReply } from "@/lib/shared/contract";
import { PanelFailure } from "./panel-failure";

interface Props {
  query: { data?: DatasetReply; error: Error | null; refetch: () => unknown };
  /** Whether the reply has nothing to show. */
  isEmpty?: (reply: DatasetReply) => boolean;
  emptyMessage: string;
  height: number;
  isTable: boolean;
  children: (reply: DatasetReply, isTable: boolean) => ReactNode;
}

/** A panel's four states: waiting, failed or not permitted, empty, and what it is there for. */
export function PanelBody({ query, isEmpty, emptyMessage, height, children, isTable }: Props) {
  const { data, error } = query;
  if (error) {
    return <PanelFailure error={error} onRetry={() => void query.refetch()} />;
  }
  if (!data) {
    return <Loading height={height} />;
  }
  if (isEmpty ? isEmpty(data) : data.rows.length === 0) {
    const hint = data.meta.complete ? "Choose a longer range or fewer filters." : "This range is not fully synced yet.";
    return <Empty message={emptyMessage} hint={hint} />;
  }
  return children(data, isTable);
}
