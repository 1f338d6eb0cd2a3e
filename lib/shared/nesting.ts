/** Deeper than this, a value is shown as its JSON text: nothing that people read lies so deep, and recursion ends. */
export const MOST_LEVELS = 100;

type Branch = Record<string, unknown> | unknown[];

const isBranch = (value: unknown): value is Branch => typeof value === "object" && value !== null;

/** `JSON.stringify` for values parsed from JSON, of any depth: that one calls itself and overflows at some thousand levels. */
export function stringifyJson(value: unknown): string {
  return isDeeperThan(value, MOST_LEVELS) ? stringifyDeep(value) : JSON.stringify(value);
}

/** A value parsed from JSON with whatever lies deeper than `MOST_LEVELS` as its JSON text. */
export function boundDepth(value: unknown): unknown {
  if (!isDeeperThan(value, MOST_LEVELS)) {
    return value;
  }
  const copyOf = (branch: Branch, level: number): Branch => {
    const inner = (part: unknown) => {
      if (!isBranch(part)) {
        return part;
      }
      return level < MOST_LEVELS ? copyOf(part, level + 1) : stringifyJson(part);
    };
    return Array.isArray(branch)
      ? branch.map(inner)
      : Object.fromEntries(Object.entries(branch).map(([key, part]) => [key, inner(part)]));
  };
  return isBranch(value) ? copyOf(value, 1) : value;
}

/** Level by level, so that nothing calls itself. */
function isDeeperThan(value: unknown, levels: number): boolean {
  let branches = [value].filter(isBranch);
  for (let level = 1; branches.length > 0; level += 1) {
    if (level > levels) {
      return true;
    }
    branches = branches.flatMap((branch) => Object.values(branch).filter(isBranch));
  }
  return false;
}

function stringifyDeep(value: unknown): string {
  const parts: string[] = [];
  // What is still to be written, the next one last: a value, or a text that is written as it is.
  const waiting: ({ value: unknown } | string)[] = [{ value }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === "string") {
      parts.push(next);
    } else if (!isBranch(next.value)) {
      parts.push(JSON.stringify(next.value));
    } else {
      for (const piece of piecesOf(next.value).reverse()) {
        waiting.push(piece);
      }
    }
  }
  return parts.join("");
}

function piecesOf(branch: Branch): ({ value: unknown } | string)[] {
  const [open, close] = Array.isArray(branch) ? "[]" : "{}";
  const parts = Object.entries(branch).flatMap(([key, value], index) => {
    const before = index === 0 ? "" : ",";
    return [Array.isArray(branch) ? before : `${before}${JSON.stringify(key)}:`, { value }];
  });
  return [open ?? "", ...parts, close ?? ""];
}
