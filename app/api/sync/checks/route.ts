import { guarded } from "@/app/_server/route";
import { respondJson } from "@/lib/http/respond";
import { readErased } from "@/lib/store/sync/absent";
import { readChecks } from "@/lib/store/sync/checks";

const MOST_ERASED = 200;

export const GET = guarded(async ({ runtime }) => {
  const { db } = runtime.store;
  const [checks, erased] = await Promise.all([readChecks(db), readErased(db, MOST_ERASED)]);
  return respondJson({ checks, erased });
});
