import { guarded } from "@/app/_server/route";
import { respondJson } from "@/lib/http/respond";
import { readChecks } from "@/lib/store/checks";

export const GET = guarded(async ({ runtime }) => respondJson({ checks: await readChecks(runtime.store.db) }));
