import type { Row } from "@/lib/shared/contract";

export interface Sort {
  column: string;
  isDescending: boolean;
}

/** Rows in the order asked for; missing values stand last both ways. */
export function sortRows(rows: readonly Row[], sort?: Sort): readonly Row[] {
  if (!sort) {
    return rows;
  }
  const sign = sort.isDescending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [a[sort.column] ?? null, b[sort.column] ?? null];
    if (left === null || right === null) {
      return Number(left === null) - Number(right === null);
    }
    return sign * (typeof left === "number" && typeof right === "number" ? left - right : compare(left, right));
  });
}

const collator = new Intl.Collator("en-GB", { numeric: true });

function compare(left: string | number, right: string | number): number {
  return collator.compare(String(left), String(right));
}
