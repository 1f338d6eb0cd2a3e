import type { Scope } from "./scope";

/**
 * A scope for tests, everything where nothing else is said. The product has one maker of scopes, `lib/auth/scope.ts`;
 * this one casts as that does, since no role has queues of its own yet.
 */
export function scopeFor({
  queues = "all",
  canSeePersonalData = true,
}: Partial<Pick<Scope, "queues" | "canSeePersonalData">> = {}): Scope {
  return { queues, canSeePersonalData } as Scope;
}
