import { expect, it } from "vitest";
import { isTooLongForLink, LONGEST_ADDRESS, splitLongAddress } from "./long-address";

const addressOf = (length: number) => `/api/export?queue=${"x".repeat(length - "/api/export?queue=".length)}`;

it("leaves an address alone that a server takes", () => {
  expect(splitLongAddress(addressOf(LONGEST_ADDRESS))).toBeNull();
  expect(splitLongAddress("/api/export")).toBeNull();
});

it("parts one that is too long, or has too many parameters, into its path and its body", () => {
  const long = addressOf(LONGEST_ADDRESS + 1);
  expect(splitLongAddress(long)).toEqual({ path: "/api/export", search: long.slice("/api/export?".length) });
  const many = Array.from({ length: 401 }, (_, index) => `tag=${index}`).join("&");
  expect(splitLongAddress(`/api/conversations?${many}`)).toEqual({ path: "/api/conversations", search: many });
});

it("tells a page's address that no server would take", () => {
  expect(isTooLongForLink(`/queues?queue=${"x".repeat(9000)}`)).toBe(false);
  expect(isTooLongForLink(`/queues?queue=${"x".repeat(12_000)}`)).toBe(true);
  expect(isTooLongForLink(Array.from({ length: 401 }, (_, index) => `tag=${index}`).join("&"))).toBe(true);
});
