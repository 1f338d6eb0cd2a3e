import { acceptScripts } from "@/lib/auth/origin";
import { runtime } from "@/lib/runtime";

/** better-auth's own routes: sign-in, sign-out, session, administration of people. */
async function handle(request: Request): Promise<Response> {
  const { auth, appUrl } = await runtime();
  return auth.handler(await acceptScripts(request, appUrl));
}

export { handle as GET, handle as POST };
