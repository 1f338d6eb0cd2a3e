import { describe, expect, it } from "vitest";
import { etagOf, matchesEtag, withEtag } from "./etag";

describe("a tag", () => {
  it("is the same for the same facts, and another for others", () => {
    expect(etagOf([1, { a: "b" }])).toBe(etagOf([1, { a: "b" }]));
    expect(etagOf([1, { a: "b" }])).not.toBe(etagOf([1, { a: "c" }]));
    expect(etagOf([1, "2"])).not.toBe(etagOf([12, ""]));
  });

  it.each([
    ["itself", 'W/"a"', true],
    ["as a strong one", '"a"', true],
    ["in a list", '"b", W/"a" ,"c"', true],
    ["any", "*", true],
    ["another", 'W/"b"', false],
    ["a part", '"aa"', false],
    ["nothing", "", false],
  ])("is held where the request names it: %s", (_, header, expected) => {
    expect(matchesEtag(new Headers({ "if-none-match": header }), 'W/"a"')).toBe(expected);
  });

  it("may be kept by whoever asked, if they ask each time", async () => {
    const reply = withEtag(
      new Response("x", { status: 200, headers: { "cache-control": "private, no-store" } }),
      'W/"a"',
    );
    expect(Object.fromEntries(reply.headers)).toMatchObject({ etag: 'W/"a"', "cache-control": "private, no-cache" });
    expect(await reply.text()).toBe("x");
  });
});
