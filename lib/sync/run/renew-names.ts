import type { Kysely } from "kysely";
import { readRecord } from "@/lib/kore/client";
import { isNewer, recordsNaming, replaceName } from "@/lib/store/conversations/names";
import type { Database, NameRow } from "@/lib/store/schema/schema";
import { normalize } from "@/lib/sync/normalize/normalize";
import type { Reading } from "@/lib/sync/normalize/vendor-times";

/**
 * Names that stood on records which have changed or gone are those of the newest records that are there now. Runs in
 * the transaction of that change. @param written the names on the records that were written.
 */
export async function renewNames(
  transaction: Kysely<Database>,
  namesToRenew: readonly NameRow[],
  written: readonly NameRow[],
  reading: Reading,
): Promise<void> {
  for (const name of namesToRenew) {
    const isStill = written.some((row) => isSame(row, name) && !isNewer(name, row));
    if (!isStill) {
      await replaceName(transaction, name, await newestName(transaction, name, reading));
    }
  }
}

const isSame = (one: NameRow, other: NameRow) => one.kind === other.kind && one.id === other.id;

async function newestName(transaction: Kysely<Database>, sought: NameRow, reading: Reading): Promise<NameRow | null> {
  for await (const records of recordsNaming(transaction, sought)) {
    const names = records.flatMap((text) => {
      const read = readRecord(JSON.parse(text));
      const rows = "record" in read ? normalize({ ...read, raw: text }, reading) : read;
      return "reason" in rows ? [] : rows.names;
    });
    const found = names.filter((name) => isSame(name, sought));
    if (found.length > 0) {
      return found.reduce((newest, name) => (isNewer(name, newest) ? name : newest));
    }
  }
  return null;
}
