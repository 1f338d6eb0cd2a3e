import { stringify } from "csv-stringify/sync";
import type { Column, Row } from "@/lib/shared/contract";
import { CallboardError, type ErrorCode } from "@/lib/shared/errors";
import { forExcel } from "./excel";
import { safeName } from "./zip";

/** The HTTP status of each code. */
export const ERROR_STATUS: Record<ErrorCode, number> = {
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

/** A customer's numbers are nobody else's: no cache between may keep them. */
const PRIVATE = { "cache-control": "private, no-store" };

/** What `respondLines` sends. */
const LINES = "text/jsonl; charset=utf-8";

export function respondJson(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: PRIVATE });
}

/** What an error says of itself; what is not ours is `internal` and says nothing. */
export function errorBody(error: unknown) {
  const known = error instanceof CallboardError ? error : null;
  const code: ErrorCode = known?.code ?? "internal";
  const message = known?.message ?? "Something failed inside Callboard. Its log says more.";
  return { error: { code, message, ...(known?.details && { details: known.details }) } };
}

/** The one place where an error becomes a status. */
export function respondError(error: unknown): Response {
  const body = errorBody(error);
  const reply = respondJson(body, ERROR_STATUS[body.error.code]);
  const wait = body.error.details?.retryAfterSeconds;
  if (wait !== undefined) {
    reply.headers.set("retry-after", wait);
  }
  return reply;
}

/** JSON, one value a line, each sent as soon as it is there; as a kind of text, so that Next compresses it. */
export function respondLines(values: AsyncGenerator<unknown>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await values.next();
      if (done) {
        controller.close();
      } else {
        controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      }
    },
    cancel: async () => {
      await values.return(undefined);
    },
  });
  return new Response(body, { headers: { ...PRIVATE, "content-type": LINES } });
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

/** Excel changes what looks like a number or a date: `isForExcel` writes it so that it is shown as it is. */
interface CsvOptions {
  isForExcel?: boolean;
}

export function toCsv(columns: readonly Column[], rows: readonly Row[], options?: CsvOptions): string {
  const lines = rows.map((row) => columns.map(({ id }) => row[id] ?? ""));
  return stringify([columns.map(({ label }) => label)], CSV) + toCsvLines(lines, options);
}

/** Lines of a CSV that another chunk has begun. */
export function toCsvLines(rows: readonly (readonly (string | number | null)[])[], options?: CsvOptions): string {
  const cast = options?.isForExcel ? { string: (text: string) => forExcel(text) ?? CSV.cast.string(text) } : CSV.cast;
  return stringify([...rows], { ...CSV, cast, bom: false });
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
