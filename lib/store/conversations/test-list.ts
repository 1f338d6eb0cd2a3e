import type { ListQuery } from "@/lib/shared/query";

const RANGE = { from: "", to: "", timeZone: "UTC", startAt: 0, endAt: 8.64e15 };

/** A query of the list, for tests: everything, newest first, unless `fields` say otherwise. */
export function queryFor(fields: Partial<ListQuery> = {}): ListQuery {
  return { range: RANGE, filters: {}, sort: "startedAt", isDescending: true, limit: 100, format: "json", ...fields };
}
