import type { Tag } from "./conversation";

/** The values of one parameter. */
export interface Filter {
  wanted: string[];
  /** Written with `&`: the conversation must have each of them. */
  required: string[];
  /** Written with `!`. */
  unwanted: string[];
}

/** A backslash says that the `!`, `&` or backslash behind it begins the value and is no mark. */
export function readFilter(values: readonly string[] = []): Filter {
  const filter: Filter = { wanted: [], required: [], unwanted: [] };
  for (const written of values) {
    const list = written[0] === "!" ? filter.unwanted : written[0] === "&" ? filter.required : filter.wanted;
    const value = list === filter.wanted ? written : written.slice(1);
    const isEscaped = value[0] === "\\" && ["!", "&", "\\"].includes(value[1] ?? "");
    list.push(isEscaped ? value.slice(1) : value);
  }
  return filter;
}

interface WrittenTag {
  level: string | null;
  name: string;
  value: string | null;
}

/** Reads `level/name:value`, letter by letter; null where it may mean more than one tag. */
function readTag(text: string): WrittenTag | null {
  const level = text.startsWith("session/") ? "session" : text.startsWith("user/") ? "user" : null;
  const letters = level === null ? text : text.slice(level.length + 1);
  const parts = [""];
  let escapes = 0;
  for (let at = 0; at < letters.length; at += 1) {
    let letter = letters[at] ?? "";
    if (letter === "/") return null;
    if (letter === ":") {
      parts.push("");
      continue;
    }
    if (letter === "\\") {
      at += 1;
      escapes += 1;
      letter = letters[at] ?? "";
      if (letter !== ":" && letter !== "/" && letter !== "\\") return null;
    }
    parts[parts.length - 1] += letter;
  }
  const [name = "", value = null, ...more] = parts;
  const isClear = level !== null || escapes > 0 || value === null;
  return name === "" || more.length > 0 || !isClear ? null : { level, name, value };
}

/** What may mean more than one tag means each of them. */
export function hasTag(tags: readonly Tag[], text: string): boolean {
  const written = readTag(text);
  return tags.some(({ level, name, value }) => {
    if (written === null) {
      return [name, `${name}:${value}`, `${level}/${name}`, `${level}/${name}:${value}`].includes(text);
    }
    const isOfLevel = written.level === null || written.level === level;
    return isOfLevel && written.name === name && (written.value === null || written.value === value);
  });
}
