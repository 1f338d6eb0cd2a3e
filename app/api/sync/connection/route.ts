import { guarded } from "@/app/_server/route";
import { requireRole } from "@/lib/auth/session";
import { respondJson } from "@/lib/http/respond";

/** What the server is set up to copy from and how, without secrets. */
export const GET = guarded(async ({ runtime, session }) => {
  requireRole(session, "administrator");
  return respondJson(runtime.connection);
});
