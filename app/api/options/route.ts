import { guarded } from "@/app/_server/route";
import { respondJson } from "@/lib/http/respond";
import { readOptions } from "@/lib/store/options";

export const GET = guarded(async ({ runtime, session }) =>
  respondJson(await readOptions(runtime.store.db, session.scope)),
);
