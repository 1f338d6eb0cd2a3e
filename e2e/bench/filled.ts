import { type ListQuery, type MetricQuery, parseListQuery, parseMetricQuery } from "@/lib/shared/query";
import { localDayOf } from "@/lib/shared/range";
import { openStore } from "@/lib/store/engine/open-store";
import { createFiller } from "./fill-store";

export const TIME_ZONE = "Asia/Kolkata";

/** Opens the store in the folder that the command line names, and what fills it on from where it is. */
export async function openFilled() {
  const [, , folder] = process.argv;
  if (folder === undefined) {
    throw new Error("Name the folder of the store.");
  }
  const store = await openStore({ dataDir: folder });
  const [first] = await store.db.selectFrom("syncWindows").select("fromAt").orderBy("fromAt").limit(1).execute();
  const now = Date.now();
  return {
    store,
    filler: createFiller(store, now, first?.fromAt),
    now,
    from: localDayOf(first?.fromAt ?? now, TIME_ZONE),
  };
}

const context = () => ({ timeZone: TIME_ZONE, now: Date.now() });

export const queryOf = (search: string): MetricQuery => parseMetricQuery(new URLSearchParams(search), context());

export const listQueryOf = (search: string): ListQuery => parseListQuery(new URLSearchParams(search), context());
