import type { ReactNode, Ref } from "react";

interface Props {
  title: string;
  /** What is counted and how, in grey beside the title. */
  note?: ReactNode;
  /** Buttons at the right end of the title line. */
  tools?: ReactNode;
  children: ReactNode;
  /** Columns of twelve from 1024 px up; below, the whole width. */
  span?: PanelSpan;
  /** Old numbers while new ones load: dimmed, in place. */
  isStale?: boolean;
  id?: string;
  ref?: Ref<HTMLElement>;
}

export type PanelSpan = 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/** Columns that a panel takes of the page’s grid. */
export const SPANS: Record<PanelSpan, string> = {
  3: "lg:col-span-4 xl:col-span-3",
  4: "lg:col-span-4",
  5: "xl:col-span-5",
  6: "lg:col-span-6",
  7: "xl:col-span-7",
  8: "lg:col-span-8",
  9: "lg:col-span-8 xl:col-span-9",
  10: "lg:col-span-10",
  11: "lg:col-span-11",
  12: "",
};

/** A titled section of a page, in the page's grid of twelve columns. */
export function Panel({ title, note, tools, children, span = 12, isStale = false, id, ref }: Props) {
  return (
    <section
      ref={ref}
      id={id}
      aria-label={title}
      aria-busy={isStale || undefined}
      className={`col-span-full flex min-w-0 flex-col rounded-panel border border-line bg-surface ${SPANS[span]}`}
    >
      <div className="flex items-start gap-2 px-3.5 pt-3">
        <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
          <h2 className="font-semibold text-m">{title}</h2>
          {note && (
            // Beside another title it is another note: it is not the old one moved.
            <p key={title} className={`text-ink-3 text-s ${span < 5 ? "basis-full" : "max-lg:basis-full"}`}>
              {note}
            </p>
          )}
        </div>
        {tools && (
          <div data-no-picture="" className="-my-1 -mr-2 flex shrink-0 items-center gap-0.5 text-ink-3">
            {tools}
          </div>
        )}
      </div>
      <div
        className={`min-h-0 min-w-0 flex-1 px-3.5 pt-2.5 pb-3.5 transition-opacity ${isStale ? "opacity-70 delay-300" : ""}`}
      >
        {children}
      </div>
    </section>
  );
}
