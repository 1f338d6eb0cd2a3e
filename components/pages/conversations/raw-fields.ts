/** A value of a record and the way to it: `destinations[0].queueName`. */
export interface Field {
  path: string;
  value: unknown;
}

/** Whether a value holds others. */
export function isBranch(value: unknown): value is Record<string, unknown> | unknown[] {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

/** The fields of a record whose path or value holds a text, whatever its case, in the record's own order. */
export function findFields(record: unknown, sought: string): Field[] {
  const text = sought.trim().toLowerCase();
  return leavesOf(record, "").filter(
    ({ path, value }) => path.toLowerCase().includes(text) || String(value).toLowerCase().includes(text),
  );
}

/** Recursion is bounded: the page gets a record of `MOST_LEVELS` levels at most. */
function leavesOf(value: unknown, path: string, leaves: Field[] = []): Field[] {
  if (!isBranch(value)) {
    leaves.push({ path, value });
    return leaves;
  }
  const isList = Array.isArray(value);
  for (const [name, inner] of Object.entries(value)) {
    leavesOf(inner, isList ? `${path}[${name}]` : path === "" ? name : `${path}.${name}`, leaves);
  }
  return leaves;
}
