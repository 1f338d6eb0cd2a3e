import type { Kysely } from "kysely";
import { readRecord } from "@/lib/kore/client";
import { isNewer, recordsNaming, replaceName } from "@/lib/store/newest-names";
import type { Database, NameRow } from "@/lib/store/schema";
import { normalize } from "./normalize";

/**
 * Names that stood on records which have changed or gone are those of the newest records that are there now. Runs in
 * the transaction of that change. @param written the names on the records that were written.
 */
export async function renewNames(
  transaction: Kysely<Database>,
  doubtful: readonly NameRow[],
  written: readonly NameRow[],
  timeZoneOffset: number,
): Promise<void> {
  for (const name of doubtful) {
    const isStill = written.some((row) => isSame(row, name) && !isNewer(name, row));
    if (!isStill) {
      await replaceName(transaction, name, await newestName(transaction, name, timeZoneOffset));
    }
  }
}

const isSame = (one: NameRow, other: NameRow) => one.kind === other.kind && one.id === other.id;

async function newestName(
  transaction: Kysely<Database>,
  sought: NameRow,
  timeZoneOffset: number,
): Promise<NameRow | null> {
  for await (const records of recordsNaming(transaction, sought)) {
    const names = records.flatMap((text) => {
      const read = readRecord(JSON.parse(text));
      return "record" in read ? normalize(read.record, read.raw, timeZoneOffset).names : [];
    });
    const found = names.filter((name) => isSame(name, sought));
    if (found.length > 0) {
      return found.reduce((newest, name) => (isNewer(name, newest) ? name : newest));
    }
  }
  return null;
}
