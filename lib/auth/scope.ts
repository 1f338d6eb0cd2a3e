import type { Role } from "@/lib/shared/roles";
import type { Scope } from "@/lib/shared/scope";

/**
 * What a person with a role may see: the only maker of a {@link Scope}. Every role sees all queues until roles are
 * given queues of their own; customers' personal data is for administrators.
 */
export function scopeOf(role: Role): Scope {
  return grant({ queues: "all", canSeePersonalData: role === "administrator" });
}

function grant(rights: Pick<Scope, "queues" | "canSeePersonalData">): Scope {
  return rights as Scope;
}
