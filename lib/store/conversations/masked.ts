import { type RawBuilder, sql } from "kysely";

type Text = RawBuilder<unknown>;
/** A text as it is, or one that JSON has written. */
export type Kind = "text" | "json";

/** What JavaScript's `\s` holds beyond the engines' own class of spaces. */
const SPACE = "[:space:]\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
/** One sign of an e-mail address; within JSON, where a line's end is written \n, that is none. */
const SIGN = { text: `[^${SPACE}@<>"]`, json: `(?:[^${SPACE}@<>"\\\\]|\\\\[^bfnrt"])` };
const GAP = { text: `[${SPACE}().-]`, json: `(?:[${SPACE}().-]|\\\\[bfnrt])` };

const emailIn = (kind: Kind) => `${SIGN[kind]}+@${SIGN[kind]}+[.]${SIGN[kind]}+`;
const numberIn = (kind: Kind) => `[+]?[(]?[0-9](?:${GAP[kind]}{0,3}[0-9xX]){5,}`;

/** A text with its e-mail addresses and long numbers put out of reach: no search can hold the sign in their place. */
export function withoutPersonalData(kind: Kind, column: Text): Text {
  return sql`regexp_replace(regexp_replace(${column}, ${emailIn(kind)}, chr(1), 'g'), ${numberIn(kind)}, chr(1), 'g')`;
}

/** A text as `maskText` (lib/shared/mask) shows it: what a scope without personal data sees, groups and filters by. */
export function maskedText(column: Text): Text {
  const withoutEmails = sql`regexp_replace(${column}, ${emailIn("text")}, '•••@•••', 'g')`;
  // Numbers between two signs that no text holds: then their last two letters are easily found.
  const marked = sql`regexp_replace(${withoutEmails}, ${`(${numberIn("text")})`}, chr(1) || '\\1' || chr(2), 'g')`;
  return sql`regexp_replace(${marked}, ${"\u0001[^\u0001\u0002]*([^\u0001\u0002]{2})\u0002"}, '••••\\1', 'g')`;
}
