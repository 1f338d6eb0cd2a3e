import { respondError } from "@/lib/http/respond";
import { CallboardError } from "@/lib/shared/errors";

/** Any other address below /api. */
function handle(): Response {
  return respondError(new CallboardError("not_found", "There is nothing at this address."));
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
