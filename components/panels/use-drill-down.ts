"use client";

import { useRouter } from "next/navigation";
import { useRange } from "@/components/data/use-range";
import { useView } from "@/components/data/use-view";
import type { Row } from "@/lib/shared/contract";
import type { DatasetId } from "@/lib/shared/datasets";
import { drillDown } from "@/lib/shared/drill-down";
import { FILTER_IDS, type Filters } from "@/lib/shared/filters";
import type { Interval } from "@/lib/shared/intervals";
import { hrefOf } from "@/lib/shared/view";

/** The way from a row of a dataset to exactly the conversations that it counts; `only` narrows them to one number's,
 * `metric` to those that it counts. */
export function useDrillDown(dataset: DatasetId) {
  const [view] = useView();
  const { from, to } = useRange();
  const router = useRouter();
  const hrefOfRow = (row: Row, interval?: Interval, only: Filters = {}, metric?: string) => {
    const filters = Object.fromEntries(FILTER_IDS.map((id) => [id, view[id] ?? []]));
    const found = drillDown(dataset, row, { from, to, filters }, interval);
    return hrefOf("/conversations", view, { from: found.from, to: found.to, ...found.filters, ...only, metric });
  };
  return { hrefOfRow, open: (...part: Parameters<typeof hrefOfRow>) => router.push(hrefOfRow(...part)) };
}
