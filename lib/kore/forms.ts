import { DAY_SECONDS, HOUR_SECONDS, MINUTE_SECONDS } from "@/lib/shared/instants";
import { stringifyJson } from "@/lib/shared/nesting";
import { parseJson } from "./json";

/**
 * Readers of one value of the vendor's, in whatever form it comes: null where there is none, undefined where the form is
 * unknown. They never throw, and read only what has one obvious meaning.
 */
const MISSING_WORDS = /^(?:[-–—]+|n\/?a|null|none|nil|undefined|nan)$/i;
/** Words for no value where a number or a time is expected. */
export const isMissingWord = (text: string) => MISSING_WORDS.test(text);

/** Objects that only wrap one value: as XML and MongoDB's extended JSON write them. */
const WRAPPERS = new Set(["value", "text", "#text", "_"]);
const DEEPEST_WRAPPING = 4;
/** Numbers beyond it (31 years in seconds) are none, and would overflow a sum. */
const LARGEST_NUMBER = 1e9;

export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value without what is wrapped about it: a list of one, `{ "value": … }`, `{ "$date": … }`. Empty ones are null. */
function unwrap(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null || depth > DEEPEST_WRAPPING) {
    return value ?? null;
  }
  const entries = Array.isArray(value)
    ? value.slice(0, 2).map((item): [string, unknown] => ["value", item])
    : entriesOf(value);
  const [first, second] = entries;
  if (!first) {
    return null;
  }
  const isWrapper = second === undefined && (WRAPPERS.has(first[0]) || first[0].startsWith("$"));
  return isWrapper ? unwrap(first[1], depth + 1) : value;
}

const entriesOf = (value: object): [string, unknown][] => Object.entries(value);

/**
 * A text without blanks around it (those that take no room too), in Unicode's composed form, so that equal texts are
 * equal; null where nothing of it can be seen. Numbers and booleans are texts too.
 */
export function readText(value: unknown): string | null | undefined {
  const text = readPlainText(value);
  return typeof text === "string" ? text.normalize("NFC") : text;
}

/** The same in the form that it came in, as an id is kept. */
export function readPlainText(value: unknown): string | null | undefined {
  const plain = unwrap(value);
  if (plain === null) {
    return null;
  }
  return typeof plain === "object" ? undefined : trimBlank(storable(String(plain)));
}

/** NUL and halves of a character become U+FFFD: PostgreSQL cannot hold them, and both engines are to hold the same. */
const storable = (text: string) => text.replace(/\p{Surrogate}/gu, "\uFFFD").replaceAll("\0", "\uFFFD");

/** What takes no room: blanks, controls, fillers, marks of direction, selectors of a letter's form. */
const BLANK = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u;
/** Joiners and selectors have a meaning at the end of a text, but never at its beginning. */
const BLANK_AT_END = /[\s\p{Cc}\u200B\u2060\uFEFF]/u;

function trimBlank(text: string): string | null {
  let from = 0;
  let to = text.length;
  while (from < to && BLANK.test(text.charAt(from))) {
    from += 1;
  }
  while (from < to && BLANK_AT_END.test(text.charAt(to - 1))) {
    to -= 1;
  }
  return from < to ? text.slice(from, to) : null;
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;
/** A comma for the point; before three digits it may as well part thousands, except after a lone zero. */
const DECIMAL_COMMA = /^[+-]?(?:\d+,(?:\d{1,2}|\d{4,})|0,\d+)$/;

/** A number, also as a text, with a decimal comma too. */
export function readNumber(value: unknown): number | null | undefined {
  const plain = unwrap(value);
  if (plain === null || typeof plain === "number" || typeof plain === "bigint") {
    return plain === null ? null : believed(Number(plain));
  }
  const text = typeof plain === "string" ? trimBlank(plain) : undefined;
  if (text === null || (text !== undefined && isMissingWord(text))) {
    return null;
  }
  return text === undefined ? undefined : parseNumber(text);
}

function parseNumber(text: string): number | undefined {
  const plain = DECIMAL_COMMA.test(text) ? text.replace(",", ".") : text;
  return NUMBER.test(plain) ? believed(Number(plain)) : undefined;
}

const believed = (number: number) => (Math.abs(number) <= LARGEST_NUMBER ? number : undefined);

const CLOCK = /^([+-])?(?:(\d+):)?(\d+):(\d{1,2}(?:[.,]\d+)?)$/;
const LONGEST_DURATION = 40;
const UNITS =
  /^(?:P(?:(\d+)D)?T?)?\s*(?:(\d+)\s*h(?:(?:ou)?rs?)?\.?)?\s*(?:(\d+)\s*m(?:in(?:ute)?s?)?\.?)?\s*(?:(\d+(?:[.,]\d+)?)\s*s(?:ec(?:ond)?s?)?\.?)?$/i;

/** Seconds: a number, a clock (`00:01:20`, `1:20`), or numbers with their units (`80 sec`, `1m 20s`, `PT1M20S`). */
export function readSeconds(value: unknown): number | null | undefined {
  const number = readNumber(value);
  const text = number === undefined ? readPlainText(value) : null;
  const isShort = typeof text === "string" && text.length <= LONGEST_DURATION;
  return isShort ? (parseClock(text) ?? parseUnits(text)) : number;
}

function parseClock(text: string): number | undefined {
  const [, sign, hours, minutes = "", seconds = ""] = CLOCK.exec(text) ?? [];
  const rest = Number(seconds.replace(",", "."));
  if (seconds === "" || rest >= 60 || (hours !== undefined && Number(minutes) >= 60)) {
    return undefined;
  }
  const total = Number(hours ?? 0) * HOUR_SECONDS + Number(minutes) * MINUTE_SECONDS + rest;
  return believed(sign === "-" ? -total : total);
}

function parseUnits(text: string): number | undefined {
  const [, days, hours, minutes, seconds] = UNITS.exec(text) ?? [];
  if ([days, hours, minutes, seconds].every((part) => part === undefined)) {
    return undefined;
  }
  const count = (part: string | undefined) => Number((part ?? "0").replace(",", "."));
  return believed(
    count(days) * DAY_SECONDS + count(hours) * HOUR_SECONDS + count(minutes) * MINUTE_SECONDS + count(seconds),
  );
}

/** 1 or 0, also as yes or no. */
export function readLike(value: unknown): number | null | undefined {
  const number = readNumber(value);
  const flag = number === undefined ? readFlag(value) : null;
  return typeof flag === "boolean" ? Number(flag) : number;
}

/** Yes or no, as the vendor's pages and people write it. */
export function readFlag(value: unknown): boolean | null | undefined {
  const text = readPlainText(value);
  if (text === null || text === undefined) {
    return text;
  }
  return FLAGS.get(text.toLowerCase()) ?? (isMissingWord(text) ? null : undefined);
}

const FLAGS = new Map([
  ...["true", "yes", "y", "1"].map((word) => [word, true] as const),
  ...["false", "no", "n", "0"].map((word) => [word, false] as const),
]);

/** An object, also as JSON text or as the only one of a list; an empty one is none. */
export function readFields(value: unknown): Fields | null | undefined {
  const plain = unpacked(value);
  const items = Array.isArray(plain) ? plain.filter((item) => !isEmpty(item)) : [plain];
  const [only, second] = items;
  if (only === undefined || isEmpty(only)) {
    return null;
  }
  return isFields(only) && second === undefined ? only : undefined;
}

/**
 * The objects of a list, which may also be JSON text, an object whose values they are, or the only one itself. What is
 * no such object becomes undefined, what is empty goes. @param isItem whether an object is one of them.
 */
export function readList(value: unknown, isItem: (fields: Fields) => boolean): (Fields | undefined)[] | undefined {
  return itemsOf(value, isItem)?.flatMap((item) => {
    const fields = readFields(item);
    return fields === null ? [] : [fields && isItem(fields) ? fields : undefined];
  });
}

/** The same where any object in the list is one of them, an empty one too. */
export function readListOfAny(value: unknown, isItem: (fields: Fields) => boolean): (Fields | undefined)[] | undefined {
  return itemsOf(value, isItem)?.flatMap((item) => {
    const fields = isFields(item) ? item : readFields(item);
    return fields === null ? [] : [fields];
  });
}

function itemsOf(value: unknown, isItem: (fields: Fields) => boolean): unknown[] | undefined {
  const plain = unpacked(value);
  if (isEmpty(plain)) {
    return [];
  }
  if (isFields(plain)) {
    return isItem(plain) ? [plain] : valuesOf(plain);
  }
  return Array.isArray(plain) ? plain : undefined;
}

/** The values of an object that stands for a list, undefined where it does not. */
function valuesOf(fields: Fields): unknown[] | undefined {
  const values = Object.values(fields);
  return values.every((value) => value === null || typeof value === "object") ? values : undefined;
}

/** The values of a list, which may also be one value alone, JSON text, or an object that numbers them. */
export function readValues(value: unknown): unknown[] {
  const plain = unpacked(value);
  const isNumbered = isFields(plain) && Object.keys(plain).every((key) => /^\d+$/.test(key));
  const values = Array.isArray(plain) ? plain.flat(2) : isNumbered ? Object.values(plain) : [plain];
  return values.filter((item) => !isEmpty(item));
}

/** Any value as a text: lists and objects as JSON. */
export function readAsText(value: unknown): string | null | undefined {
  return readText(typeof value === "object" && !isEmpty(value) ? stringifyJson(value) : value);
}

/** What a text of JSON holds, where it holds a list or an object. */
export function unpacked(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) {
    return typeof value === "string" ? trimBlank(value) : value;
  }
  try {
    return parseJson(value);
  } catch {
    return value;
  }
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== "object" || value === null) {
    return value === null || value === undefined || (typeof value === "string" && trimBlank(value) === null);
  }
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}
