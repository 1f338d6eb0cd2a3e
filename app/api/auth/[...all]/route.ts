import { runtime } from "@/lib/runtime";

/** better-auth's own routes: sign-in, sign-out, session, administration of people. */
async function handle(request: Request): Promise<Response> {
  const { auth } = await runtime();
  return auth.handler(request);
}

export { handle as GET, handle as POST };
