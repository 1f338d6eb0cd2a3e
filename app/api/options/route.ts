import { respondKept } from "@/app/_server/kept";
import { guarded } from "@/app/_server/route";
import { respondJson } from "@/lib/http/respond";
import { readOptions } from "@/lib/store/options";

export const GET = guarded(async (asked) =>
  respondKept(asked, null, async () => respondJson(await readOptions(asked.runtime.store.db, asked.session.scope))),
);
