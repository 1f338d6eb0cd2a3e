import type { OracleRow } from "./query";

/** UTF-8 keeps the order of code points; JavaScript's own `<` does not beyond the basic plane. */
function compareTexts(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

export function sortTexts(texts: readonly string[]): string[] {
  return texts.toSorted(compareTexts);
}

/** Largest count first, then by the text keys, each ascending. */
export function sortRows(rows: readonly OracleRow[], countKey: string, textKeys: readonly string[]): OracleRow[] {
  return rows.toSorted((a, b) => {
    const difference = Number(b[countKey]) - Number(a[countKey]);
    if (difference !== 0) return difference;
    for (const key of textKeys) {
      const order = compareTexts(String(a[key]), String(b[key]));
      if (order !== 0) return order;
    }
    return 0;
  });
}
