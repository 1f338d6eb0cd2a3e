import { expect, test } from "vitest";
import { DATASETS } from "@/lib/shared/contract";
import { ORACLE_DATASETS } from "../../oracle/query";

test("every dataset of the interface has an answer of the oracle to be compared with", () => {
  const known: readonly string[] = ORACLE_DATASETS;
  expect(DATASETS.filter((dataset) => !known.includes(dataset))).toEqual([]);
});
