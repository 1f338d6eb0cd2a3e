import { COLOURS, OUTCOME_COLOURS } from "@/components/charts/frame/chart-theme";
import { TooltipBox } from "@/components/charts/frame/tooltip-box";
import { nameBucket } from "@/components/charts/plot/bucket-ticks";
import { numberOf, textOf } from "@/components/charts/plot/chart-rows";
import type { Row } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import { OUTCOME_LABELS, OUTCOMES } from "@/lib/shared/outcomes";
import { countsOf } from "./volume-model";

interface TooltipProps {
  row: Row | undefined;
  interval: string;
  level: number;
  before: number | null;
  comparison?: string;
}

/** A bucket in exact numbers, in the order in which its bar is stacked. */
export function VolumeTooltip({ row, interval, level, before, comparison }: TooltipProps) {
  const active = OUTCOMES[level - 1];
  const parts = countsOf(row)
    .filter(({ outcome, count }) => count > 0 || outcome === active)
    .reverse()
    .map(({ outcome, count }) => ({
      label: OUTCOME_LABELS[outcome],
      value: formatValue(count, "count"),
      colour: OUTCOME_COLOURS[outcome],
      isActive: outcome === active,
    }));
  const total = { label: "Total", value: formatValue(numberOf(row, "conversations"), "count"), isActive: level === 0 };
  const compared = {
    label: comparison ?? "",
    value: formatValue(before, "count"),
    colour: COLOURS.quiet,
    mark: "dashed" as const,
  };
  return (
    <TooltipBox
      title={nameBucket(textOf(row, "bucket"), interval)}
      rows={[...parts, total, ...(comparison ? [compared] : [])]}
    />
  );
}
