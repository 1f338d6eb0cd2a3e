"use client";

import { memo } from "react";
import { Sparkline } from "@/components/charts/trend/sparkline";
import type { ViewState } from "@/components/data/view-provider";
import { Tile } from "@/components/ui/panel/tile";
import type { Column, Row } from "@/lib/shared/contract";
import { formatChange, formatShort } from "@/lib/shared/format";

interface Props {
  column: Column;
  label: string;
  row: Row | undefined;
  /** Of the compared range, where there is a change to tell. */
  before: Row | undefined;
  /** The metric over time, among others. */
  course: readonly Row[] | undefined;
  /** Whether the last bucket of the course is not over yet. */
  isLastOpen: boolean;
  isUnusual: boolean;
  isSelected: boolean;
  /** The page's first figure is on its main chart unless another is chosen. */
  isFirst: boolean;
  setView: ViewState[1];
}

/** One tile: drawn anew only when something of its own is new, since a page's answers come one by one. */
export const KeyFigure = memo(function KeyFigure({ column, row, before, course = [], isFirst, ...props }: Props) {
  const { id, label, unit, definition } = column;
  return (
    <Tile
      label={props.label}
      value={formatShort(row?.[id], unit)}
      flag={props.isUnusual ? "unusual" : undefined}
      definition={definition ?? label}
      {...changeOf(column, row, before)}
      isSelected={props.isSelected}
      onPress={() => props.setView({ metric: isFirst ? null : id })}
    >
      <Sparkline values={course.map((bucket) => numberOf(bucket[id]))} lastIsOpen={props.isLastOpen} />
    </Tile>
  );
});

const numberOf = (value: unknown) => (typeof value === "number" ? value : null);

function changeOf({ id, unit, good }: Column, row: Row | undefined, before: Row | undefined) {
  const value = numberOf(row?.[id]);
  const earlier = numberOf(before?.[id]);
  const change = formatChange(value, earlier, unit);
  const isSame = value === null || earlier === null || good === undefined || (change?.startsWith("±") ?? true);
  const isBetter = !isSame && (good === "up") === value > earlier;
  return { change, changeTone: isSame ? ("flat" as const) : isBetter ? ("good" as const) : ("bad" as const) };
}
