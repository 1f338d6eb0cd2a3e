import { answerAsks, readAsks } from "@/app/_server/asks";
import { guarded } from "@/app/_server/route";
import { respondLines } from "@/lib/http/respond";

export const POST = guarded(async ({ request, runtime, session }) =>
  respondLines(answerAsks(runtime, session, await readAsks(request))),
);
