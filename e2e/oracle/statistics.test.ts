import fc from "fast-check";
import { expect, test } from "vitest";
import { average, longest, median, percentile, ratio } from "./statistics";

test("a percentile between two values lies between them in proportion", () => {
  // Position 0.9 × 3 = 2.7: seven tenths of the way from 30 to 40.
  expect(percentile([40, 10, 30, 20], 0.9)).toBeCloseTo(37, 10);
  expect(percentile([10, 20], 0.9)).toBeCloseTo(19, 10);
});

test("a median of an even count is the middle of the two in the middle, of an odd count the middle one", () => {
  expect(median([1, 9, 2, 4])).toBe(3);
  expect(median([9, 1, 4])).toBe(4);
});

test("the values sort as numbers, not as words", () => {
  expect(median([9, 10, 100])).toBe(10);
});

test("one value is every percentile, none is null", () => {
  expect(percentile([7], 0.9)).toBe(7);
  expect(percentile([], 0.9)).toBeNull();
  expect(average([])).toBeNull();
  expect(longest([])).toBeNull();
});

test("a ratio over nothing is null, not 0", () => {
  expect(ratio(0, 0)).toBeNull();
  expect(ratio(0, 5)).toBe(0);
});

test("a percentile lies between the least and the greatest, and does not depend on the order", () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1 });
  fc.assert(
    fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, fraction) => {
      const result = percentile(values, fraction);
      expect(result).toBe(percentile(values.toReversed(), fraction));
      expect(result).toBeGreaterThanOrEqual(Math.min(...values));
      expect(result).toBeLessThanOrEqual(Math.max(...values));
    }),
  );
});
