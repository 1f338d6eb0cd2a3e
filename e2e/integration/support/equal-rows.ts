import { expect } from "vitest";
import type { Row } from "@/lib/shared/contract";

/** Rows equal to the true ones in their order: counts exactly; averages and percentiles within 1e-9 of their size. */
export function expectRows(rows: readonly Row[], truth: readonly Row[], name: string): void {
  expect(rows.length, `${name}: rows`).toBe(truth.length);
  truth.forEach((row, index) => {
    expectRow(rows[index] ?? {}, row, `${name} row ${index}`);
  });
}

function expectRow(actual: Row, truth: Row, name: string): void {
  for (const [key, value] of Object.entries(truth)) {
    const other = actual[key];
    const isExact = [value, other].every((one) => typeof one !== "number" || Number.isInteger(one));
    if (isExact || typeof value !== "number" || typeof other !== "number") {
      expect(other, `${name} ${key}`).toBe(value);
    } else {
      const difference = Math.abs(other - value);
      const most = 1e-9 * Math.max(1, Math.abs(value));
      expect(difference, `${name} ${key}: ${other} is not ${value}`).toBeLessThanOrEqual(most);
    }
  }
}
