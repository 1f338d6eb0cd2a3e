import { guarded, NO_QUESTION } from "@/app/_server/route";
import { describeApi } from "@/lib/http/openapi";
import { respondJson } from "@/lib/http/respond";

export const GET = guarded(async ({ runtime }) => respondJson(describeApi(runtime.appUrl)), NO_QUESTION);
