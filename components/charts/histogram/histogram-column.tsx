import { formatValue } from "@/lib/shared/format";
import { type HistogramBin, type HistogramPart, totalOf } from "./histogram-model";

interface Props {
  bin: HistogramBin;
  parts: readonly HistogramPart[];
  /** The column in full. */
  words: string;
  /** The count at the plot's top. */
  most: number;
  /** Pixels above the plot's top, where the count of the highest column stands. */
  head: number;
  onPoint: () => void;
  onSelect?: () => void;
}

/** One band: its parts on each other, with the count on top. */
export function HistogramColumn({ bin, parts, words, most, head, onPoint, onSelect }: Props) {
  const total = totalOf(bin);
  return (
    <li className="flex min-w-0 flex-1">
      <button
        data-point=""
        type="button"
        aria-label={words}
        aria-disabled={onSelect ? undefined : true}
        onClick={onSelect}
        onFocus={onPoint}
        onPointerEnter={onPoint}
        style={{ paddingTop: head }}
        className={`flex w-full min-w-0 flex-col justify-end rounded-small px-[13%] hover:bg-sunken focus-visible:bg-sunken ${onSelect ? "cursor-pointer" : "cursor-default"}`}
      >
        <span aria-hidden className="flex min-h-0 w-full flex-1 flex-col justify-end">
          {/* Other numbers are other marks: none is the old one moved. */}
          <span
            key={total / most}
            className="relative z-1 -mx-[30%] text-center font-semibold text-ink-2 text-xs @max-[360px]:tracking-tighter"
          >
            {formatValue(total, "count")}
          </span>
          {parts.toReversed().map(({ key, colour }) => {
            const share = (bin.values[key] ?? 0) / most;
            return (
              share > 0 && (
                <i
                  key={`${key} ${share} of ${total}`}
                  className="min-h-px w-full shrink-0 rounded-bar border-surface border-t first-of-type:border-t-0"
                  style={{ height: `${share * 100}%`, background: colour }}
                />
              )
            );
          })}
        </span>
      </button>
    </li>
  );
}
