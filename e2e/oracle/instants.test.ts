import { expect, test } from "vitest";
import { readInstant, secondsBetween } from "./instants";

test("a time without zone stands at the offset, in JavaScript's sign", () => {
  expect(readInstant("2025-10-01T07:40:36", -330)).toBe(Date.UTC(2025, 9, 1, 2, 10, 36));
  expect(readInstant("2025-10-01T07:40:36", 300)).toBe(Date.UTC(2025, 9, 1, 12, 40, 36));
});

test("the vendor's page also writes a blank and an hour of one digit", () => {
  expect(readInstant("2023-01-10 2:25:54", 0)).toBe(Date.UTC(2023, 0, 10, 2, 25, 54));
});

test("a time with a zone of its own keeps it, and its milliseconds", () => {
  expect(readInstant("2025-10-01T02:10:57.780Z", -330)).toBe(Date.UTC(2025, 9, 1, 2, 10, 57, 780));
  expect(readInstant("2025-10-01T07:40:57+05:30", 0)).toBe(Date.UTC(2025, 9, 1, 2, 10, 57));
});

test("what is not a time is missing", () => {
  for (const value of ["", "soon", "2025-02-30T10:00:00", "2025-10-01T24:61:00", null, undefined, 5]) {
    expect(readInstant(value, 0)).toBeNull();
  }
});

test("a difference that is negative is missing, one of 0 is not", () => {
  expect(secondsBetween(2000, 1000)).toBeNull();
  expect(secondsBetween(1000, 1000)).toBe(0);
  expect(secondsBetween(null, 1000)).toBeNull();
});
