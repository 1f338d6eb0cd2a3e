"use client";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useContext, useEffect, useRef } from "react";
import type { DatasetReply } from "@/lib/shared/contract";
import type { DatasetId } from "@/lib/shared/datasets";
import { datasetSearch, type View } from "@/lib/shared/view";
import { datasetQuery } from "./queries";
import { useView } from "./use-view";
import { VisibleQueriesContext } from "./view-provider";

/**
 * A dataset for the view. `searchOf`: its query string, from nothing but the view. A panel in sight fetches it the moment
 * that the view changes, before the page is drawn for it.
 */
export function useDataset(
  dataset: DatasetId,
  searchOf: (view: View) => string = (view) => datasetSearch(dataset, view),
): UseQueryResult<DatasetReply> {
  const [view] = useView();
  const prefetched = useContext(VisibleQueriesContext);
  const query = (of: View) => datasetQuery(dataset, searchOf(of));
  const latest = useRef(query);
  useEffect(() => {
    latest.current = query;
  });
  useEffect(() => {
    const current = (of: View) => latest.current(of);
    prefetched?.add(current);
    return () => void prefetched?.delete(current);
  }, [prefetched]);
  return useQuery(query(view));
}
