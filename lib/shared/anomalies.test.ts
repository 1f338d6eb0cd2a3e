import { expect, it } from "vitest";
import { standsOut } from "./anomalies";

it("shows a service level under the target that is five points or more under that of all queues", () => {
  expect(standsOut("serviceLevel", 0.74, 0.9)).toBe(true);
  expect(standsOut("serviceLevel", 0.81, 0.9), "on target").toBe(false);
  expect(standsOut("serviceLevel", 0.6, 0.62), "no worse than the others").toBe(false);
});

it("shows an abandon rate over the limit that is half as high again as that of all queues", () => {
  expect(standsOut("queueAbandonRate", 0.22, 0.03)).toBe(true);
  expect(standsOut("queueAbandonRate", 0.04, 0.01), "under the limit").toBe(false);
  expect(standsOut("queueAbandonRate", 0.1, 0.08), "no worse than the others").toBe(false);
});

it("shows nothing that is missing, and no other metric", () => {
  expect(standsOut("serviceLevel", null, 0.9)).toBe(false);
  expect(standsOut("serviceLevel", 0.1, null)).toBe(false);
  expect(standsOut("offered", 0, 9)).toBe(false);
});
