import type { TimeWindow } from "@/lib/kore/windows";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";

/** A row of the ledger for tests: read at `fetchedAt` and copied whole, by default. */
export function ledgerRow(
  { fromAt, toAt }: TimeWindow,
  fetchedAt: number,
  fields: Partial<SyncWindowRow> = {},
): SyncWindowRow {
  const counts = { rows: 0, requests: 1, knownRows: 0, numResults: null };
  return { fromAt, toAt, fetchedAt, state: "copied", reason: null, ...counts, ...fields };
}
