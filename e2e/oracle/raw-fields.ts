/** The one word for an empty or absent text. */
export const NOT_GIVEN = "Not given";
/** Who missed an assignment and has neither id nor name. */
export const UNKNOWN_AGENT = "Unknown agent";

export type RawObject = Record<string, unknown>;

export function isObject(value: unknown): value is RawObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const HIDDEN = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]$/u;
const HIDDEN_AT_END = ["\u200B", "\u2060", "\uFEFF"];
const NOTHING = ["-", "--", "–", "—", "n/a", "na", "null", "none", "nil", "undefined", "nan"];
const YES = ["true", "yes", "y", "1"];
const NO = ["false", "no", "n", "0"];

/** A text as people see it: nothing invisible around it, null where nothing is left. */
function clean(text: string): string | null {
  const letters = [...text.replace(/\p{Surrogate}/gu, "\uFFFD").replaceAll("\0", "\uFFFD")];
  while (letters.length > 0 && HIDDEN.test(letters[0] ?? "")) letters.shift();
  while (letters.length > 0 && isHiddenAtEnd(letters.at(-1) ?? "")) letters.pop();
  return letters.length === 0 ? null : letters.join("");
}

const isHiddenAtEnd = (letter: string) => /^[\s\p{Cc}]$/u.test(letter) || HIDDEN_AT_END.includes(letter);

/** Takes off what is wrapped about a single value; what is empty is null. */
function unwrap(value: unknown): unknown {
  let inner = value ?? null;
  for (let layer = 0; layer < 5; layer += 1) {
    if (typeof inner !== "object" || inner === null) return inner;
    const entries: [string, unknown][] = Object.entries(inner);
    const [name, only] = entries[0] ?? ["", undefined];
    if (entries.length === 0) return null;
    if (entries.length > 1) return inner;
    const isWrapper = Array.isArray(inner) || ["value", "text", "#text", "_"].includes(name) || name.startsWith("$");
    if (!isWrapper) return inner;
    inner = only ?? null;
  }
  return inner;
}

/** A text of JSON that holds a list or an object, as what it holds. */
function open(value: unknown): unknown {
  if (typeof value !== "string" || !["{", "["].includes(value.trim().charAt(0))) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === "string") return clean(value) === null;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function toNumber(text: string): number | null {
  const decimal = /^([+-]?\d+),(\d+)$/.exec(text);
  const [, whole = "", fraction = ""] = decimal ?? [];
  // 1,234 may be a thousand or a little more than one: nobody knows.
  if (decimal !== null && fraction.length === 3 && !/^[+-]?0$/.test(whole)) return null;
  const plain = decimal === null ? text : `${whole}.${fraction}`;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain)) return null;
  return Math.abs(Number(plain)) <= 1e9 ? Number(plain) : null;
}

/** hh:mm:ss, mm:ss, 80 sec, 1m 20s, PT1M20S. */
function toSeconds(text: string): number | null {
  if (text.length > 40) return null;
  const clock = /^([+-]?)(?:(\d+):)?(\d+):(\d{1,2}(?:[.,]\d+)?)$/.exec(text);
  if (clock !== null) {
    const [, sign, hours, minutes = "0", seconds = "0"] = clock;
    const rest = Number(seconds.replace(",", "."));
    if (rest >= 60 || (hours !== undefined && Number(minutes) >= 60)) return null;
    const total = Number(hours ?? "0") * 3600 + Number(minutes) * 60 + rest;
    if (total > 1e9) return null;
    return sign === "-" ? -total : total;
  }
  const parts = text.replace(/^P(?=[\dT])/i, "").replace(/^((?:\d+D)?)T/i, "$1");
  const isIso = /^P/i.test(text);
  let total = 0;
  let rest = parts;
  let count = 0;
  for (const [unit, seconds] of [
    [/^(\d+)D/i, 86_400],
    [/^(\d+)\s*h(?:(?:ou)?rs?)?\.?/i, 3600],
    [/^(\d+)\s*m(?:in(?:ute)?s?)?\.?/i, 60],
    [/^(\d+(?:[.,]\d+)?)\s*s(?:ec(?:ond)?s?)?\.?/i, 1],
  ] as const) {
    const found = unit.exec(rest);
    if (found === null || (seconds === 86_400 && !isIso)) continue;
    total += Number((found[1] ?? "0").replace(",", ".")) * seconds;
    rest = rest.slice(found[0].length).trimStart();
    count += 1;
  }
  return count === 0 || rest !== "" || total > 1e9 ? null : total;
}

/** Reads the fields of one record, and remembers the names of those that it could not read. */
export class RawReader {
  readonly unread = new Set<string>();

  #none<T>(field: string, value: T): T {
    this.unread.add(field);
    return value;
  }

  /** A text as it came, for ids. */
  plainText(field: string, value: unknown): string | null {
    const inner = unwrap(value);
    if (inner === null) return null;
    return typeof inner === "object" ? this.#none(field, null) : clean(String(inner));
  }

  text(field: string, value: unknown): string | null {
    return this.plainText(field, value)?.normalize("NFC") ?? null;
  }

  id(field: string, value: unknown): string | null {
    const id = this.plainText(field, value);
    return id !== null && (id.length > 500 || id.includes("\x1f")) ? this.#none(field, null) : id;
  }

  /** A text, or whatever else it is as JSON. */
  anyText(field: string, value: unknown): string | null {
    if (typeof value !== "object" || isEmpty(value)) return this.text(field, value);
    try {
      return this.text(field, JSON.stringify(value));
    } catch {
      return this.#none(field, null);
    }
  }

  number(field: string, value: unknown): number | null {
    const text = this.#numberText(field, value);
    const number = text === null ? null : toNumber(text);
    return text !== null && number === null ? this.#none(field, null) : number;
  }

  seconds(field: string, value: unknown): number | null {
    const text = this.#numberText(field, value);
    const seconds = text === null ? null : (toNumber(text) ?? toSeconds(text));
    return text !== null && seconds === null ? this.#none(field, null) : seconds;
  }

  #numberText(field: string, value: unknown): string | null {
    const inner = unwrap(value);
    if (typeof inner === "boolean") return this.#none(field, null);
    const text = this.plainText(field, value);
    return text === null || NOTHING.includes(text.toLowerCase()) || /^[-–—]+$/.test(text) ? null : text;
  }

  like(field: string, value: unknown): number | null {
    const text = this.plainText(field, value)?.toLowerCase() ?? null;
    if (text === null || NOTHING.includes(text)) return null;
    if (toNumber(text) !== null) return toNumber(text);
    if (YES.includes(text)) return 1;
    return NO.includes(text) ? 0 : this.#none(field, null);
  }

  flag(field: string, value: unknown): boolean {
    const text = this.plainText(field, value)?.toLowerCase() ?? null;
    if (text === null || NOTHING.includes(text) || NO.includes(text)) return false;
    return YES.includes(text) ? true : this.#none(field, false);
  }

  object(field: string, value: unknown): RawObject | null {
    const opened = open(value);
    const given = (Array.isArray(opened) ? opened : [opened]).filter((item) => !isEmpty(item));
    const [only] = given;
    if (given.length === 0) return null;
    return given.length === 1 && isObject(only) ? only : this.#none(field, null);
  }

  /** The objects of a list that have at least one of the names, or all. */
  objects(field: string, value: unknown, names: readonly string[], keepsAll = false): RawObject[] {
    const isKnown = (item: RawObject) => names.some((name) => name in item);
    const opened = open(value);
    if (isEmpty(opened)) return [];
    let items: unknown[];
    if (Array.isArray(opened)) items = opened;
    else if (!isObject(opened)) return this.#none(field, []);
    else if (isKnown(opened)) items = [opened];
    else items = Object.values(opened);
    const isList = Array.isArray(opened) || items.every((item) => item === null || typeof item === "object");
    if (!isList) return this.#none(field, []);
    const objects: RawObject[] = [];
    for (const item of items) {
      const object = keepsAll && isObject(item) ? item : this.object(field, item);
      if (object !== null && (keepsAll || isKnown(object))) objects.push(object);
      else if (object !== null) this.#none(field, null);
    }
    return objects;
  }

  texts(field: string, value: unknown): string[] {
    const opened = open(value);
    let items: unknown[] = [opened];
    if (Array.isArray(opened)) items = opened.flat(2);
    else if (isObject(opened) && Object.keys(opened).every((key) => /^\d+$/.test(key))) items = Object.values(opened);
    const texts: string[] = [];
    for (const item of items) {
      const text = this.text(field, isObject(item) && "name" in item ? item.name : item);
      if (text !== null) texts.push(text);
    }
    return texts;
  }

  /** Tags: objects of a name and a value, names alone, or an object of values by name. */
  tags(field: string, value: unknown): { name: string; value: string }[] {
    const opened = open(value);
    let items: unknown[] = [];
    if (Array.isArray(opened)) items = opened.flat(2);
    else if (typeof opened === "string") items = [opened];
    else if (isObject(opened)) {
      const isOne = "name" in opened || "value" in opened;
      items = isOne ? [opened] : Object.entries(opened).map(([name, tagged]) => ({ name, value: tagged }));
    } else if (!isEmpty(opened)) this.#none(field, null);
    const tags: { name: string; value: string }[] = [];
    for (const item of items) {
      if (isEmpty(item)) continue;
      const isTag = isObject(item) && ("name" in item || "value" in item);
      const object = isTag ? item : typeof item === "string" ? { name: item, value: null } : this.#none(field, null);
      if (object === null) continue;
      const name = this.text(field, object.name);
      const tagged = this.anyText(field, object.value);
      if (name !== null) tags.push({ name, value: tagged ?? "" });
    }
    return tags;
  }

  /** An instant that can be: not before 2010, and not more than a day after the reading. */
  instant(field: string, value: unknown, parse: (text: string) => number | null, readAt: number): number | null {
    const text = this.text(field, value);
    if (text === null || NOTHING.includes(text.toLowerCase()) || /^[-–—]+$/.test(text)) return null;
    const instant = parse(text);
    const isBelieved = instant !== null && instant >= Date.UTC(2010, 0, 1) && instant <= readAt + 86_400_000;
    return isBelieved ? instant : this.#none(field, null);
  }
}
