import { describe, expect, it } from "vitest";
import { SECOND_MS } from "@/lib/shared/instants";
import { LONGEST_WAIT_MS, SignInLimits } from "./sign-in-limits";

function limited() {
  let now = 0;
  const limits = new SignInLimits(() => now);
  const waitFor = (account: string, address: string) => {
    const asked = limits.begin(account, address);
    return typeof asked === "number" ? asked : 0;
  };
  return {
    limits,
    /** A wrong password. @returns how long it would have had to wait; then it was not tried. */
    fail: waitFor,
    succeed: (account: string, address: string) => {
      const asked = limits.begin(account, address);
      if (typeof asked === "number") {
        return asked;
      }
      asked.succeeded();
      return 0;
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

const times = <T>(count: number, act: (index: number) => T) => Array.from({ length: count }, (_, index) => act(index));

describe("whoever guesses passwords", () => {
  it("has five tries, then waits twice as long each time, and never longer than a quarter of an hour", () => {
    const { fail, pass } = limited();
    expect(times(5, () => fail("anita", "a"))).toEqual([0, 0, 0, 0, 0]);
    const waits = times(12, () => {
      const wait = fail("anita", "a");
      pass(wait);
      expect(fail("anita", "a")).toBe(0);
      return wait / SECOND_MS;
    });
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900, 900]);
    expect(LONGEST_WAIT_MS).toBe(900 * SECOND_MS);
  });

  it("does not wait longer for trying while waiting", () => {
    const { fail, pass } = limited();
    times(5, () => fail("anita", "a"));
    expect(times(100, () => fail("anita", "a")).at(-1)).toBe(5 * SECOND_MS);
    pass(5 * SECOND_MS);
    expect(fail("anita", "a")).toBe(0);
  });

  it("has as many tries at once as one after the other", () => {
    const { limits } = limited();
    const begun = times(20, () => limits.begin("anita", "a"));
    expect(begun.filter((one) => typeof one !== "number")).toHaveLength(5);
  });

  it("waits at one address whichever accounts they try", () => {
    const { fail } = limited();
    expect(times(31, (index) => fail(`account ${index}`, "a")).findIndex((wait) => wait > 0)).toBe(30);
    expect(fail("another", "b")).toBe(0);
  });

  it("waits at one account from however many addresses", () => {
    const { fail } = limited();
    expect(times(51, (index) => fail("anita", `address ${index}`)).findIndex((wait) => wait > 0)).toBe(50);
    expect(fail("bala", "address 1")).toBe(0);
  });
});

describe("the right owner", () => {
  it("is not held up where they signed in before, whatever strangers try elsewhere", () => {
    const { fail, succeed } = limited();
    expect(succeed("anita", "home")).toBe(0);
    times(500, (index) => fail("anita", `address ${index}`));
    expect(succeed("anita", "home")).toBe(0);
    expect(succeed("anita", "elsewhere")).toBeGreaterThan(0);
  });

  it("can sign in a quarter of an hour later at most, also from the guesser's own address", () => {
    const { fail, succeed, pass } = limited();
    for (let tries = 0; tries < 40; tries += 1) {
      pass(fail("anita", "a"));
    }
    pass(LONGEST_WAIT_MS);
    expect(succeed("anita", "a")).toBe(0);
  });

  it("begins anew after a right password, but for the address", () => {
    const { fail, succeed } = limited();
    times(4, () => fail("anita", "a"));
    expect(succeed("anita", "a")).toBe(0);
    expect(times(6, () => fail("anita", "a")).findIndex((wait) => wait > 0)).toBe(5);
  });

  it("is forgiven all tries an hour after the last", () => {
    const { fail, pass } = limited();
    times(5, () => fail("anita", "a"));
    pass(60 * 60 * SECOND_MS);
    expect(times(5, () => fail("anita", "a"))).toEqual([0, 0, 0, 0, 0]);
  });

  it("is not charged for what was no try", () => {
    const { limits } = limited();
    for (let tries = 0; tries < 20; tries += 1) {
      const begun = limits.begin("anita", "a");
      expect(begun).not.toBeTypeOf("number");
      if (typeof begun !== "number") begun.withdrawn();
    }
  });
});
