import { HEAT_STEPS } from "./heat";

/** What the washes mean, and beside it the cell under the pointer or the focus, to the unit. */
export function HeatScale({ least, most, words, note }: { least: string; most: string; words: string; note: string }) {
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-x-3 pt-2 text-ink-3 text-s">
      <span aria-hidden className="inline-flex items-center gap-1.5">
        <span className="inline-flex gap-px">
          {Array.from({ length: HEAT_STEPS + 1 }, (_, step) => (
            <i
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its own number
              key={step}
              className="h-2.5 w-4 rounded-[2px] border border-line"
              style={{ background: `var(--heat-${step})` }}
            />
          ))}
        </span>
        {least} to {most}
      </span>
      {words === "" ? note : <span className="font-medium text-ink">{words}</span>}
    </div>
  );
}
