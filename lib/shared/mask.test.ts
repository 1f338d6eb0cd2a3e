import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskName, maskText } from "./mask";

describe("masking a text", () => {
  it.each([
    ["a number", "+15550109999", "••••99"],
    ["a number as the sample has it", "+132136xxxxx", "••••xx"],
    ["a number in a sentence", "Call 5550109999 back", "Call ••••99 back"],
    ["a number with blanks", "555 010 9999", "••••99"],
    ["a number with dots", "555.010.9999", "••••99"],
    ["a number of six digits", "id 123456", "id ••••56"],
    ["an address", "Write to jane.doe+x@mail.example.com please", "Write to •••@••• please"],
    ["an address in brackets", "Jane <jane@example.com>", "Jane <•••@•••>"],
    ["an address with an apostrophe", "mary.o'connor@example.com", "•••@•••"],
    ["both", "jane@example.com or 5550109999", "•••@••• or ••••99"],
  ])("hides %s", (_, text, expected) => {
    expect(maskText(text)).toBe(expected);
  });

  it.each(["", "-", "Resolved", "12345", "Needs help with 2 of 3 orders", "queue 7", "100 %"])("leaves %j", (text) => {
    expect(maskText(text)).toBe(text);
  });

  it.each(["+1 (555) 010-9999", "(555) 010-9999", "+1 - 555 - 010 - 9999", "+44 (0)20 7946 0999"])(
    "leaves no more than two digits of a number written %s",
    (number) => {
      expect(maskText(`Call ${number} back`).replace(/\D/g, "").length).toBeLessThanOrEqual(2);
    },
  );

  it("leaves no address and no run of six digits, whatever stands around them", () => {
    const digits = fc.stringMatching(/^\d{6,15}$/);
    fc.assert(
      fc.property(fc.string(), fc.oneof(digits, fc.emailAddress()), fc.string(), (before, secret, after) => {
        const masked = maskText(`${before} ${secret} ${after}`);
        expect(masked).not.toContain(` ${secret} `);
        expect(masked).not.toMatch(/\d{6}/);
      }),
    );
  });

  it("changes nothing when it is done again", () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^\d{6,15}$/), (text, number) => {
        const once = maskText(`${text} ${number}`);
        expect(maskText(once)).toBe(once);
      }),
    );
  });
});

describe("masking a name", () => {
  it("hides it whole, and leaves a missing one missing", () => {
    expect(maskName("Jane Doe")).toBe("•••");
    expect(maskName(null)).toBeNull();
  });
});
