import type { CSSProperties } from "react";
import { distinctKeys } from "@/lib/shared/distinct-keys";

export type Mark = "square" | "outline" | "tick" | "line" | "dashed";

export interface LegendItem {
  label: string;
  colour: string;
  mark?: Mark;
}

/** The sign of a series; another shape for each kind of mark, so that colour does not carry it alone. */
export function Swatch({ colour, mark = "square" }: { colour: string; mark?: Mark }) {
  const shapes: Record<Mark, { className: string; style: CSSProperties }> = {
    square: { className: "size-[9px] rounded-bar", style: { background: colour } },
    outline: {
      className: "size-[9px] rounded-bar border border-[var(--acw)]",
      style: { background: colour },
    },
    tick: { className: "h-[11px] w-0.5", style: { background: colour } },
    line: { className: "w-3.5 border-t-[1.5px]", style: { borderColor: colour } },
    dashed: { className: "w-3.5 border-t-[1.5px] border-dashed", style: { borderColor: colour } },
  };
  const { className, style } = shapes[mark];
  return <i aria-hidden className={`inline-block shrink-0 ${className}`} style={style} />;
}

export function Legend({ items, className = "" }: { items: readonly LegendItem[]; className?: string }) {
  const keys = distinctKeys(items.map(({ label }) => label));
  return (
    <ul className={`flex flex-wrap gap-x-3.5 gap-y-0.5 text-ink-2 text-s ${className}`}>
      {items.map((item, index) => (
        <li key={keys[index]} className="inline-flex items-center gap-1.5">
          <Swatch colour={item.colour} mark={item.mark} />
          {item.label}
        </li>
      ))}
    </ul>
  );
}
