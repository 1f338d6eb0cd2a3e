import { answerAsks, readAsks } from "@/app/_server/asks";
import { guarded, NO_QUESTION } from "@/app/_server/route";
import { respondLines } from "@/lib/http/respond";

/** Each of the questions waits for its own turn. */
export const POST = guarded(
  async (asked) => respondLines(answerAsks(asked, await readAsks(asked.request))),
  NO_QUESTION,
);
