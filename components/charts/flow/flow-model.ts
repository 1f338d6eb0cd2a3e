import { OUTCOME_COLOURS } from "@/components/charts/frame/chart-theme";
import { formatValue } from "@/lib/shared/format";
import { OUTCOME_LABELS, OUTCOMES, type Outcome } from "@/lib/shared/outcomes";
import { type FlowLink, type FlowNode, type FlowRow, OTHERS } from "./flow-layout";

/** The outcome that a name is, by its id or by its label. */
function outcomeOf(name: string): Outcome | undefined {
  return OUTCOMES.find((id) => id === name || OUTCOME_LABELS[id] === name);
}

export function colourOf(name: string): string {
  const outcome = outcomeOf(name);
  return outcome ? OUTCOME_COLOURS[outcome] : "var(--ink-3)";
}

/** A link bears the colour of the outcome at one of its ends; the others are grey. */
export function linkColour({ source, target }: Pick<FlowLink, "source" | "target">): string {
  const outcome = outcomeOf(target) ?? outcomeOf(source);
  return outcome ? OUTCOME_COLOURS[outcome] : "var(--acw)";
}

/** A node's name as it is shown. */
export function nameOf({ name, others }: Pick<FlowNode, "name"> & { others?: number }): string {
  if (name === OTHERS) {
    return others ? `${others} others` : "others";
  }
  const outcome = outcomeOf(name);
  return outcome ? OUTCOME_LABELS[outcome] : name;
}

/** Outcomes stand in the order in which all charts stack them. */
export function rankOf(_column: number, name: string): number {
  const outcome = outcomeOf(name);
  return outcome ? OUTCOMES.indexOf(outcome) : 0;
}

/** `12,846 conversations; most go from Voice to Bot (7,204).` */
export function summarizeFlow(rows: readonly FlowRow[]): string {
  const total = rows.filter(({ step }) => step === 1).reduce((sum, row) => sum + row.conversations, 0);
  const most = rows.reduce<FlowRow | undefined>(
    (best, row) => (row.conversations > (best?.conversations ?? 0) ? row : best),
    undefined,
  );
  if (!most) {
    return "No conversations in this range.";
  }
  const ends = `from ${nameOf({ name: most.source })} to ${nameOf({ name: most.target })}`;
  return `${formatValue(total, "count")} conversations; most go ${ends} (${formatValue(most.conversations, "count")}).`;
}

/** Up and down within a column, left and right to the nearest node of the next. */
export function findNode(key: string, index: number, points: readonly HTMLElement[]): number {
  const columnOf = (point: HTMLElement | undefined) => Number(point?.dataset.column);
  const here = points[index];
  const column = columnOf(here);
  if (key === "Home" || key === "End") {
    return key === "Home" ? 0 : points.length - 1;
  }
  if (key === "ArrowUp" || key === "ArrowDown") {
    const next = index + (key === "ArrowUp" ? -1 : 1);
    return columnOf(points[next]) === column ? next : index;
  }
  const wanted = column + (key === "ArrowRight" ? 1 : -1);
  const topOf = (point: HTMLElement | undefined) => point?.getBoundingClientRect().top ?? 0;
  const near = points
    .map((point, at) => ({ at, distance: Math.abs(topOf(point) - topOf(here)), column: columnOf(point) }))
    .filter((point) => point.column === wanted)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.at ?? index;
}
