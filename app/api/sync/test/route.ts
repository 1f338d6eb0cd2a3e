import { guarded, NO_QUESTION } from "@/app/_server/route";
import { requireRole } from "@/lib/auth/session";
import { respondJson } from "@/lib/http/respond";

/** Asks the account for one row, and says in a sentence what is wrong where it does not answer. */
export const POST = guarded(async ({ runtime, session }) => {
  requireRole(session, "administrator");
  return respondJson(await runtime.testConnection());
}, NO_QUESTION);
