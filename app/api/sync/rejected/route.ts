import { guarded } from "@/app/_server/route";
import { requireRole } from "@/lib/auth/session";
import { respondJson } from "@/lib/http/respond";
import { countRejected } from "@/lib/store/sync/ledger";
import { countRejectedByReason, readRejected } from "@/lib/store/sync/rejected";

const MOST = 1000;

/** Raw records hold customers' data: administrators only. */
export const GET = guarded(async ({ runtime, session }) => {
  requireRole(session, "administrator");
  const { db } = runtime.store;
  const [total, reasons, items] = await Promise.all([
    countRejected(db),
    countRejectedByReason(db),
    readRejected(db, MOST),
  ]);
  return respondJson({ total, reasons, items });
});
