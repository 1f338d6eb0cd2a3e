import { acceptScripts } from "@/lib/auth/origin";
import { hasPeople } from "@/lib/auth/people";
import { CLIENT_ADDRESS_HEADER, networkOf } from "@/lib/http/client-address";
import { endArrival } from "@/lib/http/request-signal";
import { respondError } from "@/lib/http/respond";
import { runtime } from "@/lib/runtime";

/** better-auth's own routes: sign-in, sign-out, session, administration of people. */
async function handle(request: Request): Promise<Response> {
  const { signIn, appUrl, store } = await runtime();
  // Password checks have a queue of their own.
  endArrival();
  try {
    const address = request.headers.get(CLIENT_ADDRESS_HEADER) ?? "";
    const response = await signIn.handle(await acceptScripts(request, appUrl), address, networkOf(address));
    if (response.status >= 500) {
      // better-auth hides why: where the store does not answer, this says so instead.
      await hasPeople(store.db);
    }
    return response;
  } catch (error) {
    return respondError(error);
  }
}

export { handle as GET, handle as POST };
