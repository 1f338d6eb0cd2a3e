import type { Plot } from "@/components/charts/frame/chart-theme";

interface Props {
  plot: Plot;
  points: number;
  /** In points: from the left edge of one to the left edge of another. */
  from: number;
  to: number;
  className: string;
  /** Whether it leaves the axis' labels free. */
  isInPlot?: boolean;
}

/** A stretch of a plot's width, behind what is drawn. */
export function Band({ plot, points, from, to, className, isInPlot = false }: Props) {
  return (
    <i
      aria-hidden
      className={`absolute -z-10 rounded-small ${className}`}
      style={{
        left: leftOf(plot, from / points),
        width: `calc((100% - ${plot.left + plot.right}px) * ${(to - from) / points})`,
        top: isInPlot ? plot.top : plot.top - 4,
        bottom: isInPlot ? plot.bottom : 0,
      }}
    />
  );
}

/** How far from the left a share of the plot's width lies, in CSS. */
export function leftOf(plot: Plot, share: number): string {
  return `calc(${plot.left}px + (100% - ${plot.left + plot.right}px) * ${share})`;
}
