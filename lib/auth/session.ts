import { CallboardError } from "@/lib/shared/errors";
import { type Role, roleSchema } from "@/lib/shared/roles";
import type { Scope } from "@/lib/shared/scope";
import type { Auth } from "./auth";
import { hasPeople, isBanned } from "./people";
import { scopeOf } from "./scope";

/** Who sends a request, and what they may see. */
export interface Session {
  person: { id: string; name: string; email: string; role: Role };
  scope: Scope;
  /** What the person showed: the cookie of a sign-in, or a personal API token. */
  by: "cookie" | "token";
}

/** The session of a person; null with a role that there is not. */
export function sessionOf(
  { id, name, email, role }: { id: string; name: string; email: string; role?: string | null },
  by: Session["by"],
): Session | null {
  const known = roleSchema.safeParse(role);
  return known.success ? { person: { id, name, email, role: known.data }, scope: scopeOf(known.data), by } : null;
}

/** The session that a request's cookie stands for at an instant; null without one, deactivated, or with a role that there is not. */
export async function readSession(auth: Auth, headers: Headers, now: number): Promise<Session | null> {
  const found = await auth.api.getSession({ headers }).catch(async (error: unknown) => {
    // better-auth hides the cause: where the store does not answer, this query throws the store's own error.
    await hasPeople(auth.options.database.db);
    throw error;
  });
  return found && !isBanned(found.user, now) ? sessionOf(found.user, "cookie") : null;
}

/** @throws CallboardError `unauthenticated` */
export async function requireSession(auth: Auth, headers: Headers, now: number): Promise<Session> {
  const session = await readSession(auth, headers, now);
  if (!session) {
    throw new CallboardError(
      "unauthenticated",
      "Sign in first (POST /api/auth/sign-in/email), or send a token, which begins with cb_, as “Authorization: Bearer”.",
    );
  }
  return session;
}

/** @throws CallboardError `forbidden` */
export function requireRole({ person }: Session, role: Role): void {
  if (person.role !== role) {
    throw new CallboardError("forbidden", `Only ${role}s may do this.`);
  }
}

/** For what a token may not do: manage tokens and people. @throws CallboardError `forbidden` */
export function requireCookie({ by }: Session): void {
  if (by !== "cookie") {
    throw new CallboardError("forbidden", "A token may not do this: sign in.");
  }
}
