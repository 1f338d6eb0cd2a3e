import { answerBatch, readBatch } from "@/app/_server/batch";
import { guarded, NO_QUESTION } from "@/app/_server/route";
import { respondLines } from "@/lib/http/respond";

/** Each of the questions waits for its own turn. */
export const POST = guarded(
  async (asked) => respondLines(answerBatch(asked, await readBatch(asked.request))),
  NO_QUESTION,
);
