import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filterValue, joinFilter, readFilterValue, splitFilter } from "./filter-values";
import { describeTagFilter, readTagFilter, TAG_LEVELS, writeTagFilter } from "./tag-filter";

const texts = fc.oneof(
  fc.string({ unit: "binary", minLength: 1 }),
  fc.string({ unit: fc.constantFrom("!", "&", "\\", ":", "/", ",", " ", "a", "é", "e\u0301", "😀"), minLength: 1 }),
);

describe("a value of a filter", () => {
  it.each([
    ["urgent", "urgent", "!urgent", "&urgent"],
    ["!urgent", "\\!urgent", "!\\!urgent", "&\\!urgent"],
    ["&co", "\\&co", "!\\&co", "&\\&co"],
    ["\\n", "\\\\n", "!\\\\n", "&\\\\n"],
    ["a!b", "a!b", "!a!b", "&a!b"],
  ])("that begins like a mark is written behind a backslash: %s", (value, included, excluded, required) => {
    expect([filterValue(value), filterValue(value, "!"), filterValue(value, "&")]).toEqual([
      included,
      excluded,
      required,
    ]);
  });

  it("of an address that was written before backslashes is read as it was", () => {
    expect(["plan", "!plan", "&plan", "!!plan", "C:\\x", "\\x"].map(readFilterValue)).toEqual([
      { mark: "", value: "plan" },
      { mark: "!", value: "plan" },
      { mark: "&", value: "plan" },
      { mark: "!", value: "!plan" },
      { mark: "", value: "C:\\x" },
      { mark: "", value: "\\x" },
    ]);
  });

  it("is read as it was meant, whatever it is", () => {
    const values = fc.array(texts);
    fc.assert(
      fc.property(values, values, values, (included, excluded, required) => {
        expect(splitFilter(joinFilter(included, excluded, required))).toEqual({ included, excluded, required });
      }),
    );
  });
});

describe("a tag as a value of a filter", () => {
  const tags = fc.record({
    level: fc.constantFrom(undefined, ...TAG_LEVELS),
    name: texts,
    value: fc.option(fc.oneof(texts, fc.constant("")), { nil: undefined }),
  });

  it("escapes what parts level, name and value", () => {
    expect(writeTagFilter({ level: "session", name: "order", value: "id:5" })).toBe("session/order:id\\:5");
    expect(writeTagFilter({ level: "session", name: "order:id", value: "5" })).toBe("session/order\\:id:5");
    expect(writeTagFilter({ level: "session", name: "user/order" })).toBe("session/user\\/order");
    expect(writeTagFilter({ level: "user", name: "order" })).toBe("user/order");
  });

  it("is read as it was meant where its level is written or anything in it is escaped", () => {
    fc.assert(
      fc.property(tags, (tag) => {
        const read = readTagFilter(writeTagFilter(tag));
        expect(read ?? tag).toEqual(tag);
        expect(read === null).toBe(
          tag.level === undefined && tag.value !== undefined && !/[:/\\]/.test(tag.name + tag.value),
        );
      }),
    );
  });

  it.each([
    "plan:gold",
    "plan:a:b",
    "session/plan:a:b",
    "a/b",
    "session/a/b",
    "C:\\x",
    "session/path:\\x",
    "",
    ":x",
    "session/",
  ])("may mean several tags where it is not escaped: %s", (text) => {
    expect(readTagFilter(text)).toBeNull();
    expect(describeTagFilter(text)).toBe(text);
  });

  it("is said without its escapes", () => {
    expect(["plan", "session/order\\:id:5", "user\\/order"].map(describeTagFilter)).toEqual([
      "plan",
      "session/order:id:5",
      "user/order",
    ]);
  });
});
