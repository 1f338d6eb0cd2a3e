import type { ReactNode } from "react";
import { Freshness } from "./freshness";
import { IncompleteNote } from "./incomplete-note";

interface Props {
  title: ReactNode;
  /** Beside the title: the range. */
  children?: ReactNode;
  /** At the far end, after the freshness. */
  tools?: ReactNode;
  /** A second line: the filters. */
  second?: ReactNode;
  /** Whether its numbers are those of the view's range. */
  showsRange?: boolean;
  /** What its numbers do not hold, where that is neither of the range nor of the whole copy. */
  incomplete?: ReactNode;
}

/** The bar that stays at the top of a page. */
export function PageHeader({ title, children, tools, second, showsRange = false, incomplete }: Props) {
  return (
    <header className="sticky top-0 z-10 grid gap-2 border-line border-b bg-page px-3.5 py-2.5 *:max-w-[2352px] max-md:static md:px-6 [@media(max-height:600px)]:static">
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        <h1 className="mr-2 min-w-0 truncate max-md:-order-2 max-md:grow font-semibold text-l">{title}</h1>
        {children}
        <div className="ml-auto flex flex-wrap items-center gap-2 max-md:-order-1 max-md:ml-0">
          <span className="max-md:hidden">
            <Freshness />
          </span>
          {tools}
        </div>
      </div>
      {incomplete ?? <IncompleteNote isOfRange={showsRange} />}
      {second && <div className="flex min-w-0 flex-wrap items-center gap-2">{second}</div>}
    </header>
  );
}
