import { answerBatch } from "@/app/_server/batch";
import { route } from "@/app/_server/route";
import { ROUTES } from "@/lib/http/routes";

/** Each of the questions waits for its own turn. */
export const { POST } = route(ROUTES.datasets, async (asked) => answerBatch(asked));
