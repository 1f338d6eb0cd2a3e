import { type FaultPlan, faultSeedOf, type RequestFaults } from "./fault-plan";
import { Random } from "./random";
import type { RecordIds } from "./record";
import type { Question } from "./request";
import { orderRows } from "./row-order";
import type { Listing } from "./source";

export type NumResults = NonNullable<FaultPlan["numResults"]>;

/** A page of rows with every selectable part. */
export interface Page {
  rows: readonly RecordIds[];
  /** Undefined is left out of the JSON. */
  numResults: unknown;
}

const NONSENSE = [-1, 0, 1, 2.5, 1e15, null, "", "many", "12", [], {}, true];

function countRows(kind: NumResults, pageRows: number, rows: number, size: number, faults: RequestFaults): unknown {
  switch (kind) {
    case "page":
      return pageRows;
    case "total":
      return rows;
    case "pages":
      return Math.ceil(rows / size);
    case "nonsense":
      return new Random(faultSeedOf(faults.plan), faults.number, 6).pick(NONSENSE);
    case "missing":
      return undefined;
  }
}

/** The page that is asked for. Repeats count as rows: the vendor that sends them would not know them for repeats. */
export function readPage(listing: Listing, question: Question, faults: RequestFaults, usual: NumResults): Page {
  const { plan } = faults;
  const size = question.limit + (plan.longPages ?? 0);
  const skip = question.offset * (plan.offsetsAreRecords ? 1 : size);
  const order = orderRows(listing, question, faults);
  const rows = order.slice(skip, skip + size).map((row) => listing.at(row));
  if (plan.numResults === undefined && listing.numResults !== undefined) {
    return { rows, numResults: listing.numResults };
  }
  return { rows, numResults: countRows(plan.numResults ?? usual, rows.length, order.length, size, faults) };
}
