import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import odd from "@/e2e/integration/support/fixtures/odd-records.json";
import sample from "@/e2e/simulator/fixtures/sample-response.json";
import { readRecord } from "@/lib/kore/client";
import { RULES_VERSION } from "@/lib/store/sync/rules-version";
import { normalize } from "./normalize";

const READ_AT = Date.parse("2026-11-30T00:00:00Z");
const GOLDEN: [unknown, number][] = [
  ...sample.data.map((row): [unknown, number] => [row, -330]),
  ...odd.cases.map(({ text }): [unknown, number] => [JSON.parse(text), 0]),
];
/** The rows of the golden records by the rules of each version. */
const HASHES: Record<number, string> = {
  2: "7ccbdf38f47f7cb8",
};
const HINT = `
The rules by which records become rows have changed: what is stored was made by the old ones.
Raise RULES_VERSION in lib/store/sync/rules-version.ts, so that stored records are read again,
and add the hash above for the new version here. Leave the hashes of released versions alone.`;

it("gives golden records the same rows as long as RULES_VERSION stays", () => {
  const golden = GOLDEN.map(([row, timeZoneOffset]) => {
    const read = readRecord(row);
    const rows = "record" in read ? normalize(read, { timeZoneOffset, readAt: READ_AT }) : read;
    return { ...rows, rawRecords: [] };
  });
  const hash = createHash("sha256").update(JSON.stringify(golden)).digest("hex").slice(0, 16);
  expect(hash, HINT).toBe(HASHES[RULES_VERSION]);
});
