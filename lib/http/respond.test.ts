import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Column, errorReplySchema, type Value } from "@/lib/shared/contract";
import { CallboardError, ERROR_CODES, type ErrorCode } from "@/lib/shared/errors";
import { csvFileName, respondCsv, respondError, respondJson, toCsv, toCsvLines } from "./respond";

/** The mark of a text that a spreadsheet would run. */
const MARKED = /^'(?=[\t\r\n]|\s*[=+\-@＝＋－＠])/;
/** What begins a formula in any spreadsheet, once blanks are left out. */
const EXECUTES = /^[\s]*[=+\-@＝＋－＠]/;

const COLUMNS: Column[] = [
  { id: "name", label: "Queue", unit: "text" },
  { id: "value", label: "Offered", unit: "count" },
];

/** What stands in the one cell of a CSV with this value, as it is written. */
function cellOf(value: Value): string {
  return toCsv([{ id: "a", label: "A", unit: "text" }], [{ a: value }])
    .replace("\uFEFFA\r\n", "")
    .replace(/\r\n$/, "");
}

describe("a CSV", () => {
  it("begins with a byte-order mark and the labels, and ends each line with CRLF", () => {
    const rows = [
      { name: "Sales", value: 12 },
      { name: "सेवा 😀", value: 0 },
    ];
    expect(toCsv(COLUMNS, rows)).toBe("\uFEFFQueue,Offered\r\nSales,12\r\nसेवा 😀,0\r\n");
  });

  it("is its header alone where there is no row", () => {
    expect(toCsv(COLUMNS, [])).toBe("\uFEFFQueue,Offered\r\n");
  });

  it("has the columns that it is given, in their order, whatever else a row holds", () => {
    expect(toCsv(COLUMNS, [{ value: 1, other: "x", name: "A" }])).toContain("\r\nA,1\r\n");
  });

  it.each<[string, Value, string]>([
    ["a comma", "Sales, North", '"Sales, North"'],
    ["a quote", 'the "best"', '"the ""best"""'],
    ["a line feed", "a\nb", '"a\nb"'],
    ["a carriage return", "a\rb", '"a\rb"'],
    ["a formula on a second line", "a\n=1+1", '"a\n=1+1"'],
    ["a carriage return and a line feed", "a\r\nb", '"a\r\nb"'],
    ["a formula", "=1+1", "'=1+1"],
    ["a formula that starts a program", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ["a phone number", "+1 (555) 010-9999", "'+1 (555) 010-9999"],
    ["a text that begins with a minus", "-2+3", "'-2+3"],
    ["a call of a function", "@SUM(A1)", "'@SUM(A1)"],
    ["a tab", "\t=1", "'\t=1"],
    ["a formula with a comma", "=A1,B1", '"\'=A1,B1"'],
    ["a line feed first", "\n=1", '"\'\n=1"'],
    ["a carriage return first", "\r=1", '"\'\r=1"'],
    ["blanks before a formula", "  =1+1", "'  =1+1"],
    ["full-width signs", "＝1＋1", "'＝1＋1"],
    ["a full-width plus", "＋1", "'＋1"],
    ["a full-width minus", "－1", "'－1"],
    ["a full-width at", "＠A1", "'＠A1"],
    ["text from right to left", "دعم العملاء", "دعم العملاء"],
    ["a mark of direction before a word", "\u202Eabc", "\u202Eabc"],
    ["a negative number as text", "-5", "'-5"],
    ["a number beyond the exact ones", -1e21, "-1e+21"],
    ["a sign within", "a=b", "a=b"],
    ["a negative number", -5, "-5"],
    ["a negative fraction", -0.5, "-0.5"],
    ["zero", 0, "0"],
    ["a ratio", 1 / 3, "0.3333333333333333"],
    ["a count of millions", 12_345_678, "12345678"],
    ["a missing value", null, ""],
    ["an empty text", "", ""],
  ])("writes %s so that a spreadsheet reads it and runs nothing", (_, value, expected) => {
    expect(cellOf(value)).toBe(expected);
  });

  it("has an empty cell for a value that a row lacks", () => {
    expect(toCsv(COLUMNS, [{ name: "A" }])).toContain("\r\nA,\r\n");
  });

  it("makes labels harmless too", () => {
    expect(toCsv([{ id: "a", label: "=1", unit: "text" }], [])).toBe("\uFEFF'=1\r\n");
  });

  it("reads back as what was written, but for the mark before a formula", () => {
    // A text that brings such a mark itself cannot be told from one that was given it.
    const signs = fc.constantFrom(..."=+-@\t\r\n＝＋－＠ '\",;|", "\u202E", "\uFEFF", "م", "👩‍👧", "cmd|' /C calc'!A0");
    const texts = fc
      .oneof(
        fc.string(),
        fc.string({ unit: "grapheme" }),
        fc.array(signs, { maxLength: 6 }).map((all) => all.join("")),
      )
      .filter((text) => text !== "" && !MARKED.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, fc.oneof(fc.integer(), fc.constant(null)))), (cells) => {
        const csv = toCsv(
          COLUMNS,
          cells.map(([name, value]) => ({ name, value })),
        );
        const [, ...lines] = parse(csv, { bom: true, record_delimiter: "\r\n" });
        const read = lines.map(([name = "", value]) => [name.replace(MARKED, ""), value]);
        expect(lines.filter(([name = ""]) => EXECUTES.test(name))).toEqual([]);
        expect(read).toEqual(cells.map(([name, value]) => [name, value === null ? "" : String(value)]));
      }),
    );
  });

  it("continues in lines without a second mark, by the same rules", () => {
    expect(
      toCsvLines([
        ["=a", -1, null],
        ['"', "x", 0.5],
      ]),
    ).toBe('\'=a,-1,\r\n"""",x,0.5\r\n');
    expect(toCsvLines([])).toBe("");
  });
});

describe("a reply with a CSV", () => {
  it("is a download that no cache keeps", async () => {
    const reply = respondCsv(toCsv(COLUMNS, []), "callboard_queues.csv");
    expect(reply.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(reply.headers.get("content-disposition")).toBe('attachment; filename="callboard_queues.csv"');
    expect(reply.headers.get("cache-control")).toContain("no-store");
    expect(new Uint8Array(await reply.arrayBuffer()).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  });

  it("is named by what it holds, its range and its zone", () => {
    const meta = { from: "2026-11-16", to: "2026-11-22", timeZone: "Asia/Kolkata" };
    const reply = respondCsv("", csvFileName("queues", meta));
    expect(reply.headers.get("content-disposition")).toBe(
      'attachment; filename="callboard_queues_2026-11-16_2026-11-22_Asia-Kolkata.csv"',
    );
  });

  it("has no name that could break out of its header", () => {
    const reply = respondCsv("", 'a"; evil=1\r\nx: y/../b.csv');
    expect(reply.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+"$/);
  });
});

describe("a reply with an error", () => {
  const statuses: Record<ErrorCode, number> = {
    invalid_parameter: 400,
    unknown_dataset: 404,
    not_found: 404,
    conflict: 409,
    unauthenticated: 401,
    forbidden: 403,
    body_too_large: 413,
    address_too_long: 414,
    headers_too_large: 431,
    too_many_requests: 429,
    result_too_large: 422,
    timed_out: 504,
    store_unavailable: 503,
    internal: 500,
  };

  it.each(ERROR_CODES)("has the status of its code, and its words: %s", async (code) => {
    const reply = respondError(new CallboardError(code, "What to do.", { parameter: "from" }));
    expect(reply.status).toBe(statuses[code]);
    expect(await reply.json()).toEqual({ error: { code, message: "What to do.", details: { parameter: "from" } } });
  });

  it("has no details where there are none, and is what the contract says", async () => {
    const body: unknown = await respondError(new CallboardError("forbidden", "No.")).json();
    expect(body).toEqual({ error: { code: "forbidden", message: "No." } });
    expect(errorReplySchema.safeParse(body).success).toBe(true);
  });

  it.each([
    ["an error of the store", new Error("Constraint Error: +15550109999 in /data/callboard.duckdb")],
    ["a text", "+15550109999"],
    ["nothing", undefined],
    ["an object that looks like ours", { code: "forbidden", message: "+15550109999" }],
  ])("that is not ours is internal, and says nothing of itself: %s", async (_, error) => {
    const reply = respondError(error);
    expect(reply.status).toBe(500);
    const text = await reply.text();
    expect(text).toContain('"internal"');
    expect(text).not.toMatch(/1555|duckdb/);
  });
});

describe("a reply with JSON", () => {
  it("is no cache's to keep", async () => {
    const reply = respondJson({ ok: true }, 202);
    expect(reply.status).toBe(202);
    expect(reply.headers.get("cache-control")).toBe("private, no-store");
    expect(await reply.json()).toEqual({ ok: true });
  });
});
