import { stringify } from "csv-stringify/sync";
import type { Column, Row } from "@/lib/shared/contract";
import { CallboardError, type ErrorCode } from "@/lib/shared/errors";
import { safeName } from "./zip";

/** The HTTP status of each code. */
export const ERROR_STATUS: Record<ErrorCode, number> = {
  invalid_parameter: 400,
  unknown_dataset: 404,
  not_found: 404,
  conflict: 409,
  unauthenticated: 401,
  forbidden: 403,
  store_unavailable: 503,
  source_unavailable: 502,
  internal: 500,
};

/** A customer's numbers are nobody else's: no cache between may keep them. */
const PRIVATE = { "cache-control": "private, no-store" };

export function respondJson(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: PRIVATE });
}

/** The one place where an error becomes a status; what is not ours is `internal` and says nothing of itself. */
export function respondError(error: unknown): Response {
  const known = error instanceof CallboardError ? error : null;
  const code = known?.code ?? "internal";
  const message = known?.message ?? "Something failed inside Callboard. Its log says more.";
  return respondJson(
    { error: { code, message, ...(known?.details && { details: known.details }) } },
    ERROR_STATUS[code],
  );
}

/**
 * What a spreadsheet may run as a formula (OWASP, “CSV Injection”), full-width signs too, also after blanks, which some
 * leave out.
 */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** RFC 4180 with byte-order mark and CRLF; text that a spreadsheet would run is marked as text, a number stays one. */
const CSV = {
  bom: true,
  record_delimiter: "windows",
  quoted_match: /[\r\n]/,
  cast: { string: (text: string) => (FORMULA.test(text) ? `'${text}` : text) },
} as const;

export function toCsv(columns: readonly Column[], rows: readonly Row[]): string {
  const header = columns.map(({ label }) => label);
  return stringify([header, ...rows.map((row) => columns.map(({ id }) => row[id] ?? ""))], CSV);
}

/** Lines of a CSV that another chunk has begun. */
export function toCsvLines(rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify([...rows], { ...CSV, bom: false });
}

export function respondCsv(body: string | ReadableStream, fileName: string): Response {
  return respondFile(body, fileName, "text/csv; charset=utf-8");
}

export function respondFile(body: string | ReadableStream, fileName: string, type: string): Response {
  return new Response(body, {
    headers: {
      ...PRIVATE,
      "content-type": type,
      "content-disposition": `attachment; filename="${safeName(fileName)}"`,
    },
  });
}

/** `callboard_queues_2026-11-16_2026-11-22_Asia-Kolkata.csv`: what, range and zone. */
export function csvFileName(what: string, meta: { from: string; to: string; timeZone: string }): string {
  return `callboard_${what}_${meta.from}_${meta.to}_${meta.timeZone}.csv`;
}
