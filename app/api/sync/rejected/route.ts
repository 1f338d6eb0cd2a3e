import { route } from "@/app/_server/route";
import { ROUTES } from "@/lib/http/routes";
import { countRejected, countRejectedByReason, readRejected } from "@/lib/store/sync/rejected";

const MOST = 1000;

export const { GET } = route(ROUTES.rejectedRecords, async ({ runtime: { store } }) => {
  const [total, reasons, items] = await Promise.all([
    countRejected(store.db),
    countRejectedByReason(store.db),
    readRejected(store.db, MOST),
  ]);
  return { total, reasons, items };
});
