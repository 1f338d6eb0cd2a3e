import type { TimeWindow } from "@/lib/kore/windows";
import { SECOND_MS } from "@/lib/shared/instants";

/** A record with what the vendor stand-in must know of it; any other field is sent as it is. */
export type PaperRecord = Record<string, unknown> & { sessionStartTime: string };

/** The starts that a request asks for, as the vendor's page has it: both ends included, in UTC. */
function rangeOf(init: RequestInit | undefined): TimeWindow {
  const { startDate, endDate } = JSON.parse(String(init?.body));
  const instant = (text: string) => Date.parse(`${text.replace(" ", "T")}Z`);
  return { fromAt: instant(startDate), toAt: instant(endDate) + SECOND_MS };
}

function jsonOf(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}

/**
 * The vendor as a function, for tests that write its records by hand or count its requests: `rowsOf` gives the records
 * that start in a range, and pages are cut from them as the vendor's page says.
 */
export function createPaperVendor(
  rowsOf: (range: TimeWindow) => readonly unknown[],
  admit: () => Promise<boolean> = async () => true,
): typeof fetch {
  return async (url, init) => {
    const { searchParams } = new URL(String(url));
    if (!(await admit())) {
      const msg = "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.";
      return jsonOf(429, { errors: [{ msg, code: 429 }] });
    }
    const limit = Number(searchParams.get("limit"));
    const skip = Number(searchParams.get("offset")) * limit;
    const data = rowsOf(rangeOf(init)).slice(skip, skip + limit);
    return jsonOf(200, { numResults: data.length, data });
  };
}
