"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useView } from "@/components/data/use-view";
import { hrefOf } from "@/components/data/view";
import { PAGES } from "./pages";
import { Person } from "./person";
import { Wordmark } from "./wordmark";

/** The menu: a column at the left, a line at the top of narrow screens. Pages keep the range and the filters. */
export function SideNav() {
  const pathname = usePathname();
  const [view] = useView();
  return (
    <nav
      aria-label="Pages"
      className="flex flex-col gap-0.5 border-line border-r px-3 py-4 max-md:flex-row max-md:flex-wrap max-md:items-center max-md:border-r-0 max-md:border-b max-md:px-3.5 max-md:py-2 md:sticky md:top-0 md:h-dvh"
    >
      <div className="md:pb-3">
        <Wordmark isShort />
      </div>
      {PAGES.map(({ path, title, icon: Icon }) => {
        const isCurrent = path === "/" ? pathname === "/" : pathname.startsWith(path);
        return (
          <Link
            key={path}
            href={hrefOf(path, view)}
            // Overview asks for eleven datasets: not before somebody wants it.
            prefetch={false}
            aria-current={isCurrent ? "page" : undefined}
            className="flex h-8 items-center gap-2.5 rounded-control px-2 font-medium text-ink-2 hover:bg-sunken aria-[current]:bg-sunken aria-[current]:font-semibold aria-[current]:text-ink"
          >
            <Icon aria-hidden className="size-4 max-md:hidden" strokeWidth={1.7} />
            {title}
          </Link>
        );
      })}
      <Person />
    </nav>
  );
}
