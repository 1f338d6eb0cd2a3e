import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CallboardError } from "./errors";
import { splitFilter } from "./filter-values";
import { FILTER_IDS, FILTERS } from "./filters";
import { INTERVALS } from "./intervals";
import { CONVERSATION_SORTS, parseListQuery, parseMetricQuery, type QueryContext } from "./query";

const CONTEXT: QueryContext = { timeZone: "Asia/Kolkata", now: Date.parse("2026-11-17T20:00:00Z") };

const metric = (search: string) => parseMetricQuery(new URLSearchParams(search), CONTEXT);
const list = (search: string) => parseListQuery(new URLSearchParams(search), CONTEXT);

/** The refusal of these parameters. @throws Error where they are taken, or refused otherwise. */
function refusalOf(parse: () => unknown): CallboardError {
  try {
    parse();
  } catch (error) {
    if (error instanceof CallboardError) {
      return error;
    }
    throw error;
  }
  throw new Error("The parameters were taken.");
}

describe("the parameters of a dataset", () => {
  it("are the last seven days without filters where nothing is asked for", () => {
    expect(metric("")).toEqual({
      range: {
        from: "2026-11-12",
        to: "2026-11-18",
        timeZone: "Asia/Kolkata",
        startAt: Date.parse("2026-11-11T18:30:00Z"),
        endAt: Date.parse("2026-11-18T18:30:00Z"),
      },
      filters: {},
      interval: undefined,
      compare: undefined,
      format: "json",
      isForExcel: false,
    });
  });

  it("take every filter, each as often as it is given, in its order", () => {
    expect(metric("channel=Voice&channel=System%20Mail&channel=!rtm&queue=qu-1").filters).toEqual({
      channel: ["Voice", "System Mail", "!rtm"],
      queue: ["qu-1"],
    });
    for (const id of FILTER_IDS) {
      const value = FILTERS[id].options?.[0]?.value ?? "answered";
      expect(metric(`${id}=${value}`).filters).toEqual({ [id]: [value] });
    }
  });

  it("take values as they are: blanks, quotes, signs, letters of any script", () => {
    const values = [" Voice ", "O'Brien", '"', "a&b=c", "%", "सेवा", "😀", "tag:with:colons"];
    const search = new URLSearchParams(values.map((value) => ["tag", value]));
    expect(parseMetricQuery(search, CONTEXT).filters.tag).toEqual(values);
  });

  it.each(INTERVALS)("take the interval %s", (interval) => {
    expect(metric(`interval=${interval}`).interval).toBe(interval);
  });

  it("take a comparison and a format", () => {
    expect(metric("compare=previous&format=csv")).toMatchObject({ compare: "previous", format: "csv" });
  });

  it("take each outcome, to be there or not, and no other word", () => {
    expect(metric("outcome=abandoned&outcome=!open").filters.outcome).toEqual(["abandoned", "!open"]);
    for (const wrong of ["lost", "!lost", "Answered"]) {
      const refusal = refusalOf(() => metric(`outcome=${wrong}`));
      expect(refusal.details).toEqual({ parameter: "outcome" });
      expect(refusal.message).toContain("answered, contained, abandoned, unanswered, open");
    }
  });
});

describe("a parameter that is wrong is named", () => {
  it.each<[string, string]>([
    ["interval=year", "interval"],
    ["interval=", "interval"],
    ["compare=yesterday", "compare"],
    ["format=xml", "format"],
    ["from=yesterday", "from"],
    ["to=2026-02-30", "to"],
    ["from=2026-11-17&to=2026-11-16", "from"],
    ["channel=", "channel"],
    [`queue=${"x".repeat(4001)}`, "queue"],
    [Array.from({ length: 11 }, (_, index) => `tag=%26t${index}`).join("&"), "tag"],
    [Array.from({ length: 501 }, (_, index) => `agent=${index}`).join("&"), "agent"],
    ["chanel=Voice", "chanel"],
    ["Channel=Voice", "Channel"],
    ["constructor=x", "constructor"],
    ["__proto__=x", "__proto__"],
    ["from=2026-11-01&from=2026-11-02", "from"],
    ["interval=day&interval=day", "interval"],
    ["sort=startedAt", "sort"],
    ["limit=0", "limit"],
    ["limit=many", "limit"],
    ["find=%20", "find"],
    ["cursor=x", "cursor"],
  ])("for a dataset: %s", (search, parameter) => {
    const refusal = refusalOf(() => metric(search));
    expect(refusal).toMatchObject({ code: "invalid_parameter", details: { parameter } });
    expect(refusal.message).toContain(parameter);
  });

  it.each<[string, string]>([
    ["sort=name", "sort"],
    ["sort=--startedAt", "sort"],
    ["sort=startedAt;drop", "sort"],
    ["sort=", "sort"],
    ["limit=0", "limit"],
    ["limit=1001", "limit"],
    ["limit=1.5", "limit"],
    ["limit=ten", "limit"],
    ["limit=", "limit"],
    [`cursor=${"x".repeat(2001)}`, "cursor"],
    ["search=", "search"],
    ["search=%20", "search"],
    [`search=${"x".repeat(201)}`, "search"],
    ["search=a&search=b", "search"],
    ["offset=-1", "offset"],
    ["offset=1.5", "offset"],
    ["offset=ten", "offset"],
    ["offset=1&cursor=abc", "offset"],
    ["interval=day", "interval"],
    ["compare=previous", "compare"],
  ])("for a list: %s", (search, parameter) => {
    expect(refusalOf(() => list(search))).toMatchObject({ code: "invalid_parameter", details: { parameter } });
  });

  it("by no more than sixty characters of its name", () => {
    const { message, details } = refusalOf(() => metric(`${"n".repeat(5000)}=1`));
    expect(details?.parameter).toBe("n".repeat(60));
    expect(message.length).toBeLessThan(120);
  });
});

describe("the parameters of the list", () => {
  it("are the newest hundred where nothing is asked for", () => {
    expect(list("")).toMatchObject({ sort: "startedAt", isDescending: true, limit: 100, format: "json" });
    expect(list("").cursor).toBeUndefined();
  });

  it.each(CONVERSATION_SORTS)("take the order by %s, rising and, with a minus, falling", (sort) => {
    expect(list(`sort=${sort}`)).toMatchObject({ sort, isDescending: false });
    expect(list(`sort=-${sort}`)).toMatchObject({ sort, isDescending: true });
  });

  it("take a limit and a cursor", () => {
    expect(list("limit=1000&cursor=abc")).toMatchObject({ limit: 1000, cursor: "abc" });
  });

  it("take a text in the form that the store keeps texts in, however its letters are composed", () => {
    const [composed, apart] = ["Café", "Cafe\u0301"] as const;
    for (const text of [composed, apart]) {
      const { search, filters } = list(new URLSearchParams({ search: text, tag: `!${text}` }).toString());
      expect([search, filters.tag]).toEqual([composed, [`!${composed}`]]);
      expect(metric(`find=${encodeURIComponent(text)}`).find).toBe(composed);
    }
    expect(list(new URLSearchParams({ queue: apart, agent: apart }).toString()).filters).toEqual({
      queue: [apart],
      agent: [apart],
    });
    expect(list("disposition=a%00b").filters.disposition).toEqual(["a\uFFFDb"]);
  });

  it("take at most ten values of a filter that are all required", () => {
    const required = (size: number) => Array.from({ length: size }, (_, index) => `tag=%26t${index}`).join("&");
    expect(list(required(10)).filters.tag).toHaveLength(10);
    expect(list(`${required(10)}&tag=t&tag=!u`).filters.tag).toHaveLength(12);
    expect(refusalOf(() => list(required(11))).message).toContain("at most 10");
    expect(list(`tag=${"x".repeat(4000)}`).filters.tag).toHaveLength(1);
  });

  it("take a text to be found, and the rows that a page leaves out", () => {
    expect(list("search=%20Jane%25_%20&offset=200")).toMatchObject({ search: "Jane%_", offset: 200 });
    expect(list(`search=${"x".repeat(200)}`).search).toHaveLength(200);
  });
});

describe("any parameters at all", () => {
  const names = fc.oneof(
    fc.constantFrom(
      ...FILTER_IDS,
      "from",
      "to",
      "interval",
      "compare",
      "format",
      "sort",
      "cursor",
      "limit",
      "search",
      "offset",
    ),
    fc.string(),
  );
  const values = fc.oneof(fc.string(), fc.constantFrom("2026-11-17", "day", "previous", "csv", "answered", "!", "1"));
  const searches = fc.array(fc.tuple(names, values), { maxLength: 6 }).map((pairs) => new URLSearchParams(pairs));

  it.each([
    ["a dataset", parseMetricQuery],
    ["a list", parseListQuery],
  ])("are read, or refused with a name: of %s", (_, parse) => {
    fc.assert(
      fc.property(searches, (search) => {
        try {
          const { range } = parse(search, CONTEXT);
          expect(range.startAt).toBeLessThan(range.endAt);
        } catch (error) {
          expect(error).toBeInstanceOf(CallboardError);
          expect(error).toMatchObject({ code: "invalid_parameter", details: { parameter: expect.any(String) } });
        }
      }),
    );
  });

  it("reach a query only as values of a filter, or as words from a list", () => {
    fc.assert(
      fc.property(searches, (search) => {
        try {
          const {
            filters,
            range,
            search: text,
            sort,
            isDescending,
            cursor,
            offset,
            limit,
            format,
            isForExcel,
            ...rest
          } = parseListQuery(search, CONTEXT);
          expect(rest).toEqual({});
          expect(Object.keys(filters).filter((id) => !FILTER_IDS.some((known) => known === id))).toEqual([]);
          expect(CONVERSATION_SORTS).toContain(sort);
          expect(isForExcel).toBe(search.has("excel"));
          expect([typeof isDescending, Number.isInteger(limit), ["json", "csv"].includes(format)]).toEqual([
            "boolean",
            true,
            true,
          ]);
          expect([Number.isInteger(range.startAt), Number.isInteger(range.endAt)]).toEqual([true, true]);
          expect(cursor ?? "").toBe(search.get("cursor") ?? "");
          expect(text ?? "").toBe(search.get("search")?.trim() ?? "");
          expect(offset ?? 0).toBe(Number(search.get("offset") ?? 0));
        } catch (error) {
          expect(error).toBeInstanceOf(CallboardError);
        }
      }),
    );
  });
});

describe("the values of a filter", () => {
  it("are those that must be there, and those that must not", () => {
    expect(splitFilter(["A", "!B", "C", "!!D"])).toEqual({
      included: ["A", "C"],
      excluded: ["B", "!D"],
      required: [],
    });
    expect(splitFilter(["A", "&B"])).toEqual({ included: ["A"], excluded: [], required: ["B"] });
    expect(splitFilter()).toEqual({ included: [], excluded: [], required: [] });
  });
});
