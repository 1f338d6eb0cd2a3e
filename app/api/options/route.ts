import { respondWithEtag } from "@/app/_server/etag-reply";
import { guarded } from "@/app/_server/route";
import { respondJson } from "@/lib/http/respond";
import { readOptions } from "@/lib/store/filters/options";

export const GET = guarded(async (asked) =>
  respondWithEtag(asked, null, async () => respondJson(await readOptions(asked.runtime.store.db, asked.session.scope))),
);
