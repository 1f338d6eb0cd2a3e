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

function leavesOf(value: unknown, path: string): Field[] {
  if (!isBranch(value)) {
    return [{ path, value }];
  }
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([name, inner]) =>
    leavesOf(inner, isList ? `${path}[${name}]` : path === "" ? name : `${path}.${name}`),
  );
}
