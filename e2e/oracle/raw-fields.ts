/** The one word for an empty or absent text. */
export const NOT_GIVEN = "Not given";

export type RawObject = Record<string, unknown>;

function isObject(value: unknown): value is RawObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function readObject(value: unknown): RawObject | null {
  return isObject(value) ? value : null;
}

/** The objects of a list; whatever else stands in it is passed over. */
export function readObjects(value: unknown): RawObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A trimmed text, or null where it is absent or empty. */
export function readText(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = value.trim();
  return text === "" ? null : text;
}

export function readTexts(value: unknown): string[] {
  const texts: string[] = [];
  for (const item of Array.isArray(value) ? value : []) {
    const text = readText(item);
    if (text !== null) texts.push(text);
  }
  return texts;
}

/** A finite number, also one written as text. */
export function readNumber(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  const text = readText(value);
  if (text === null) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

/** A duration in seconds; a negative one counts as missing. */
export function readSeconds(value: unknown): number | null {
  const seconds = readNumber(value);
  return seconds === null || seconds < 0 ? null : seconds;
}

/** The vendor writes yes as `true` or as a word. */
export function readFlag(value: unknown): boolean {
  const text = readText(value);
  return value === true || text === "True" || text === "true";
}
