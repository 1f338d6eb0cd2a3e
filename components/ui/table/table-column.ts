import type { ReactNode } from "react";
import type { Column, Row } from "@/lib/shared/contract";

export interface TableColumn extends Column {
  /** By default numbers end at the right and text begins at the left. */
  align?: "left" | "right";
  render?: (row: Row) => ReactNode;
  /** Pixels that its cells never fall below, so that other rows do not move the columns beside it. */
  minWidth?: number;
}

/** Whether a column's cells end at the right. */
export function isRightAligned({ align, unit }: TableColumn): boolean {
  return align === undefined ? unit !== "text" && unit !== "bucket" : align === "right";
}
