export const TAG_LEVELS = ["session", "user"] as const;
export type TagLevel = (typeof TAG_LEVELS)[number];

/** A tag that is filtered by: of one level or of both, with one value or with any. */
export interface TagFilter {
  level?: TagLevel;
  name: string;
  value?: string;
}

const escapePart = (text: string) => text.replace(/[:/\\]/g, "\\$&");
const unescapePart = (text: string) => text.replace(/\\([:/\\])/g, "$1");

/**
 * A tag as a value of the filter `tag`: `level/name:value`, without what is not given. A `:`, `/` or `\` of the name or
 * the value is written behind a backslash, so that no two tags are written alike.
 */
export function writeTagFilter({ level, name, value }: TagFilter): string {
  return `${level ? `${level}/` : ""}${escapePart(name)}${value === undefined ? "" : `:${escapePart(value)}`}`;
}

/** A level, a name and a value in which every `:`, `/` and `\` is escaped but for the two that part them. */
const EXACT = /^(?:(session|user)\/)?((?:[^:/\\]|\\[:/\\])+)(?::((?:[^:/\\]|\\[:/\\])*))?$/;

/**
 * Reads what {@link writeTagFilter} writes. Null for a text that may mean several tags: one without level and escapes is
 * `name`, or `name:value` parted at any colon, as people write it.
 */
export function readTagFilter(text: string): TagFilter | null {
  const [, level, name, value] = EXACT.exec(text) ?? [];
  const isClear = level !== undefined || value === undefined || text.includes("\\");
  if (name === undefined || !isClear) {
    return null;
  }
  return {
    level: TAG_LEVELS.find((known) => known === level),
    name: unescapePart(name),
    value: value === undefined ? undefined : unescapePart(value),
  };
}

/** A value of the filter `tag` in words, without escapes: `session/order:id:5`. */
export function describeTagFilter(text: string): string {
  const tag = readTagFilter(text);
  return tag === null
    ? text
    : `${tag.level ? `${tag.level}/` : ""}${tag.name}${tag.value === undefined ? "" : `:${tag.value}`}`;
}
