import type { RawBuilder } from "kysely";
import type { Column, Row } from "@/lib/shared/contract";
import type { DatasetEntry } from "@/lib/shared/datasets";
import type { Unit } from "@/lib/shared/units";
import type { Grain } from "@/lib/store/filters/grains";
import type { Count } from "./measures";

/** A column that rows are grouped by; `sql` says how each family of rows spells it. */
export interface Key {
  id: string;
  label: string;
  unit: Unit;
  sql: Partial<Record<Grain, RawBuilder<unknown>>>;
  /** Whether every row has it: else those without are in no group. */
  isOfAll?: boolean;
  /** Whether a scope without personal data sees its values masked, where several can look alike. */
  isPersonal?: boolean;
}

/** What rows are grouped by, without the column that it is shown in. */
export type GroupKey = Pick<Key, "id" | "sql" | "isOfAll">;

/** A dataset is data: what its rows are grouped by, and which metrics each row carries. */
export interface DatasetDefinition {
  keys: readonly Key[];
  /** Metric ids in the order of METRICS.md. */
  metrics: readonly string[];
  /** Whether groups become the links of a diagram, and their columns. */
  flow?: readonly Column[];
  /** Where rows are counted in another family than conversations, and the column is still called that. */
  countedAs?: Count;
  /** Whether the part of all conversations stands behind their number. */
  hasShare?: boolean;
  /** Shows the name that goes with the first key. */
  names?: { kind: "queue" | "agent"; id: string; label: string };
  /** Which rows belong to the dataset at all. */
  keep?: (row: Row) => boolean;
  /** Column by whose value rows are ordered, largest first; then by the keys. */
  orderBy?: string;
  /** Only the first rows of each group that has the first so many keys in common, by `orderBy`. */
  top?: Top;
}

/** All that there is to know of a dataset. */
export type Dataset = DatasetEntry & DatasetDefinition;

export interface Top {
  keys: number;
  rows: number;
}
