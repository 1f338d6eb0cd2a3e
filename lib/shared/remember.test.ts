import { expect, it } from "vitest";
import { remember } from "./remember";

const DAY = { fromAt: 0, toAt: 86_400_000 };
const HOUR = { fromAt: 0, toAt: 3_600_000 };

function counting() {
  const state = { queries: 0, setAside: 1 };
  const counts = remember(async (_: typeof DAY) => {
    state.queries += 1;
    return { setAside: state.setAside, unread: 0, stale: 0 };
  });
  return { state, counts };
}

it("counts a range once however many ask for it, and others apart", async () => {
  const { state, counts } = counting();
  await Promise.all([counts.of(DAY), counts.of({ ...DAY }), counts.of(HOUR)]);
  expect(await counts.of(DAY)).toEqual({ setAside: 1, unread: 0, stale: 0 });
  expect(state.queries).toBe(2);
});

it("counts again once the copy has changed", async () => {
  const { state, counts } = counting();
  await counts.of(DAY);
  state.setAside = 5;
  counts.forget();
  expect((await counts.of(DAY)).setAside).toBe(5);
});

it("remembers no failure", async () => {
  let isDown = true;
  const counts = remember(async (_: typeof DAY) => {
    if (isDown) {
      throw new Error("down");
    }
    return { setAside: 2, unread: 0, stale: 0 };
  });
  await expect(counts.of(DAY)).rejects.toThrow("down");
  isDown = false;
  expect((await counts.of(DAY)).setAside).toBe(2);
});

it("does not grow with the ranges that are asked for", async () => {
  const { state, counts } = counting();
  for (let day = 0; day < 1200; day += 1) {
    await counts.of({ fromAt: day, toAt: day + 1 });
  }
  await counts.of({ fromAt: 1199, toAt: 1200 });
  expect(state.queries).toBe(1200);
  await counts.of({ fromAt: 0, toAt: 1 });
  expect(state.queries).toBe(1201);
});
