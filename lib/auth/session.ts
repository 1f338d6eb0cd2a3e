import { CallboardError } from "@/lib/shared/errors";
import { type Role, roleSchema } from "@/lib/shared/roles";
import type { Scope } from "@/lib/shared/scope";
import type { Auth } from "./auth";
import { hasPeople } from "./first-administrator";
import { scopeOf } from "./scope";

/** Who is asking, and what they may see. */
export interface Session {
  person: { id: string; name: string; email: string; role: Role };
  scope: Scope;
}

/** The session that a request's cookie stands for; null without one, or with a role that there is not. */
export async function readSession(auth: Auth, headers: Headers): Promise<Session | null> {
  const found = await auth.api.getSession({ headers }).catch(async (error: unknown) => {
    // better-auth hides why: where the store does not answer, this says so instead.
    await hasPeople(auth.options.database.db);
    throw error;
  });
  const role = roleSchema.safeParse(found?.user.role);
  if (!found || !role.success) {
    return null;
  }
  const { id, name, email } = found.user;
  return { person: { id, name, email, role: role.data }, scope: scopeOf(role.data) };
}

/** @throws CallboardError `unauthenticated` */
export async function requireSession(auth: Auth, headers: Headers): Promise<Session> {
  const session = await readSession(auth, headers);
  if (!session) {
    throw new CallboardError("unauthenticated", "Sign in first: POST /api/auth/sign-in/email.");
  }
  return session;
}

/** @throws CallboardError `forbidden` */
export function requireRole({ person }: Session, role: Role): void {
  if (person.role !== role) {
    throw new CallboardError("forbidden", `Only ${role}s may do this.`);
  }
}
