import type { ReactNode } from "react";
import { keepHeight } from "./keep-height";

interface Props {
  children: ReactNode;
  label?: string;
  /** Under the tiles, in grey: what their changes are against. */
  note?: ReactNode;
  /** Old numbers while new ones load: dimmed, in place. */
  isStale?: boolean;
}

/**
 * Tiles side by side in one box, as many as fit, those of the last line as wide as it takes. Each draws its right and
 * lower hairline; the box cuts the outermost off, whatever the number of columns.
 */
export function Tiles({ children, label = "Key figures", note, isStale = false }: Props) {
  return (
    <section
      ref={keepHeight}
      aria-label={label}
      aria-busy={isStale || undefined}
      className={`col-span-full transition-opacity ${isStale ? "opacity-70 delay-300" : ""}`}
    >
      <div className="overflow-hidden rounded-panel border border-line bg-surface">
        <div className="-mr-px -mb-px flex flex-wrap">{children}</div>
      </div>
      {note && <p className="px-3.5 pt-1 text-ink-3 text-s">{note}</p>}
    </section>
  );
}
