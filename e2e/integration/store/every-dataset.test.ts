import { expect, test } from "vitest";
import { DATASET_IDS } from "@/lib/shared/datasets";
import { ORACLE_DATASETS } from "../../oracle/query";

test("every dataset of the interface has an answer of the oracle to be compared with", () => {
  const known: readonly string[] = ORACLE_DATASETS;
  expect(DATASET_IDS.filter((dataset) => !known.includes(dataset))).toEqual([]);
});
