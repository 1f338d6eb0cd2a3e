declare const granted: unique symbol;

/**
 * What a session may see. Every query takes one, and only `lib/auth/scope.ts` makes one, from a session
 * (lib/README.md, rule 1): the brand keeps any other code from writing a literal.
 */
export interface Scope {
  /** Queue ids whose conversations are visible; `all` sets no limit. */
  readonly queues: "all" | readonly string[];
  /** Whether customers' names, numbers and addresses are shown; otherwise they are masked. */
  readonly canSeePersonalData: boolean;
  readonly [granted]: true;
}
