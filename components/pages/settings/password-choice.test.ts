import { describe, expect, it } from "vitest";
import { makePassword } from "./password-choice";

describe("a password that is made", () => {
  it("has four groups of five signs, from the bytes it is given", () => {
    let calls = 0;
    const counting = (bytes: Uint8Array) => {
      calls += 1;
      return bytes.map((_, at) => at);
    };
    // Byte 0 is an a, byte 1 a b; l, i, o, 0 and 1 are left out.
    expect(makePassword(counting)).toBe("abcde-fghjk-mnpqr-stuvw");
    expect(calls).toBe(1);
  });

  it("passes over bytes that would make some signs likelier", () => {
    const rounds = [new Uint8Array(32).fill(250), new Uint8Array(32).fill(247)];
    expect(makePassword(() => rounds.shift() ?? new Uint8Array(32).fill(30))).toBe("99999-99999-99999-99999");
  });

  it("is another one each time", () => {
    const random = (bytes: Uint8Array) => crypto.getRandomValues(bytes);
    const made = Array.from({ length: 100 }, () => makePassword(random));
    expect(new Set(made).size).toBe(100);
    expect(made.every((password) => /^([a-z2-9]{5}-){3}[a-z2-9]{5}$/.test(password))).toBe(true);
  });
});
