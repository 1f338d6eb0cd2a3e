"use client";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useContext, useEffect, useRef } from "react";
import type { DatasetId, DatasetReply } from "@/lib/shared/contract";
import { datasetSearch, type View } from "@/lib/shared/view";
import { datasetQuery } from "./queries";
import { useView } from "./use-view";
import { AskedAheadContext } from "./view-provider";

/**
 * A dataset for the view. `searchOf`: its query string, from nothing but the view. Where it is in sight it is asked for
 * the moment that the view changes, not only once the page is drawn for it.
 */
export function useDataset(
  dataset: DatasetId,
  searchOf: (view: View) => string = (view) => datasetSearch(dataset, view),
): UseQueryResult<DatasetReply> {
  const [view] = useView();
  const askedAhead = useContext(AskedAheadContext);
  const ask = (of: View) => datasetQuery(dataset, searchOf(of));
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    const ahead = (of: View) => latest.current(of);
    askedAhead?.add(ahead);
    return () => void askedAhead?.delete(ahead);
  }, [askedAhead]);
  return useQuery(ask(view));
}
