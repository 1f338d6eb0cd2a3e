import type { Row } from "@/lib/shared/contract";

/** A row's number, `null` where it is missing. */
export function numberOf(row: Row | undefined, key: string): number | null {
  const value = row?.[key];
  return typeof value === "number" ? value : null;
}

export function textOf(row: Row | undefined, key: string): string {
  return String(row?.[key] ?? "");
}

export function sumOf(rows: readonly Row[], key: string): number {
  return rows.reduce((sum, row) => sum + (numberOf(row, key) ?? 0), 0);
}

/** The row with the largest number under a key. */
export function largestBy(rows: readonly Row[], key: string): Row | undefined {
  return rows.reduce<Row | undefined>(
    (best, row) => ((numberOf(row, key) ?? -1) > (numberOf(best, key) ?? -1) ? row : best),
    undefined,
  );
}
