/** A place that adding something touches: a new file, or text put behind, or in place of, the one line that reads so. */
export type Place =
  | { file: string; create: string }
  | { file: string; after: string; insert: string }
  | { file: string; line: string; replacement: string };

/** One more of something the product has many of, as a newcomer would add it (lib/README.md, "What to touch"). */
export interface Thing {
  /** What the table in lib/README.md calls it. */
  name: string;
  places: readonly Place[];
  /** A module that is run in the copy, where `@/` is the copy's root: its default export is what `sees` is given. */
  script: string;
  /** Looks with `expect` at what the script found, as JSON. */
  sees: (found: unknown) => void;
}
