import type { Plot } from "./chart-theme";

interface Props {
  plot: Plot;
  points: number;
  /** In points: from the left edge of one to the left edge of another. */
  from: number;
  to: number;
  className: string;
}

/** A stretch of a plot's width, behind what is drawn. */
export function Band({ plot, points, from, to, className }: Props) {
  return (
    <i
      aria-hidden
      className={`absolute -z-10 rounded-small ${className}`}
      style={{
        left: leftOf(plot, from / points),
        width: `calc((100% - ${plot.left + plot.right}px) * ${(to - from) / points})`,
        top: plot.top - 4,
        bottom: 0,
      }}
    />
  );
}

/** How far from the left a share of the plot's width lies, in CSS. */
export function leftOf(plot: Plot, share: number): string {
  return `calc(${plot.left}px + (100% - ${plot.left + plot.right}px) * ${share})`;
}
