import { distinctKeys } from "@/lib/shared/distinct-keys";
import { Swatch } from "./legend";

export interface TooltipRow {
  label: string;
  value: string;
  colour?: string;
  mark?: "square" | "outline" | "line" | "dashed";
  isActive?: boolean;
}

/** What a point holds, to the unit: shown beside it under the pointer and under the keyboard's cursor. */
export function TooltipBox({ title, rows }: { title: string; rows: readonly TooltipRow[] }) {
  const keys = distinctKeys(rows.map(({ label }) => label));
  return (
    <div className="min-w-36 rounded-panel border border-line-strong bg-raised px-2.5 py-1.5 text-s">
      <p className="font-semibold">{title}</p>
      <dl className="mt-0.5 grid grid-cols-[auto_1fr_auto] items-center gap-x-1.5">
        {rows.map((row, index) => (
          <div
            key={keys[index]}
            className={`col-span-full grid grid-cols-subgrid items-center ${row.isActive ? "font-semibold text-ink" : "text-ink-2"}`}
          >
            {row.colour ? <Swatch colour={row.colour} mark={row.mark} /> : <i />}
            <dt className="whitespace-nowrap pr-3">{row.label}</dt>
            <dd className="whitespace-nowrap text-right text-ink">{row.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
