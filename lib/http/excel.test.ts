import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { forExcel } from "./excel";
import { toCsv, toCsvLines } from "./respond";

describe("for Excel, a text that it would change is written as the formula that shows it", () => {
  it.each([
    "00123",
    "1E5",
    "123456789012345678901234",
    "0171 1234567",
    "+49 171 1234567",
    "1-2",
    "1/2/2026",
    "2026-11-17",
    "5 Mar",
    "Sept 2",
    "Nov 27, 2026 9:00 PM",
    "9:30",
    "12 %",
    "€5",
    "(5)",
    "1,5",
    "true",
    "FALSE",
    "wahr",
    "=1+1",
    "@x",
    "-x",
  ])("%s", (text) => {
    expect(forExcel(text)).toBe(`="${text}"`);
  });

  it.each([
    "Billing",
    "Störungsannahme",
    "",
    "5f0c1d2e-0000-4000-8000-000000000001",
    "2026-11-16T09:00:00.000Z",
    "Line 1, then line 2",
    "a@b",
  ])("but not one that it leaves alone: %s", (text) => {
    expect(forExcel(text)).toBeNull();
  });

  it("with the quotes that the text holds doubled, so that nothing after them runs", () => {
    expect(forExcel('=cmd|"x"!A0')).toBe('="=cmd|""x""!A0"');
    expect(forExcel('="a"&CALL("b")')).toBe('="=""a""&CALL(""b"")"');
  });

  it("in pieces where it is longer than Excel takes between quotes", () => {
    const digits = "7".repeat(300);
    const pieces = [...(forExcel(digits) ?? "").matchAll(/"(\d+)"/g)].map(([, piece = ""]) => piece);
    expect(pieces.join("")).toBe(digits);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(255);
    expect(forExcel(`=${"x".repeat(20_000)}`)).toBeNull();
  });
});

describe("a CSV for Excel", () => {
  const columns = [
    { id: "name", label: "Name", unit: "text" as const },
    { id: "count", label: "Count 1", unit: "count" as const },
  ];
  const rows = [
    { name: "00123", count: 5 },
    { name: "=1+1", count: -2 },
    { name: "Billing", count: null },
  ];

  it("shows texts as they are, and leaves numbers and headings alone", () => {
    const csv = toCsv(columns, rows, { isForExcel: true });
    expect(parse(csv, { bom: true, record_delimiter: "\r\n" })).toEqual([
      ["Name", "Count 1"],
      ['="00123"', "5"],
      ['="=1+1"', "-2"],
      ["Billing", ""],
    ]);
  });

  it("still marks as text what is too long for a formula", () => {
    expect(toCsvLines([[`=${"x".repeat(9000)}`]], { isForExcel: true }).startsWith("'=x")).toBe(true);
  });

  it("is plain without the option", () => {
    expect(toCsv(columns, rows)).toBe("\uFEFFName,Count 1\r\n00123,5\r\n'=1+1,-2\r\nBilling,\r\n");
  });
});
