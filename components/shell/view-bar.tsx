"use client";

import type { ReactNode } from "react";
import { useApp } from "@/components/data/app-context";
import { useRange } from "@/components/data/use-range";
import { useView } from "@/components/data/use-view";
import { FilterChips } from "@/components/filters/filter-chips";
import { CompareMenu, IntervalMenu, ZoomOutButton } from "@/components/filters/time-menus";
import { DateRange } from "@/components/ui/date/date-range";
import { DownloadMenu } from "@/components/ui/overlay/download-menu";
import { exportHref } from "@/lib/shared/view";
import { PageHeader } from "./page-header";
import { headingOf, PAGES, type Page, type PageId } from "./pages";

interface Props {
  /** By its id: a server component cannot hand on the icon of its entry. */
  page: PageId;
  tools?: ReactNode;
  /** Before the filters: what else selects. */
  chips?: ReactNode;
}

/**
 * The head of a page of numbers: its heading, the range, how fresh the numbers are, the filters; with datasets also their
 * ZIP, the granularity and the comparison.
 */
export function ViewBar({ page: id, tools, chips }: Props) {
  const page: Page = PAGES[id];
  const title = headingOf(page);
  const { datasets = [] } = page;
  const { timeZone, today } = useApp();
  const [view] = useView();
  const { from, to, setRange } = useRange();
  const zip = datasets.length > 0 && (
    <DownloadMenu href={exportHref(datasets, view)} kind="ZIP" label={`${title} as ZIP: every panel’s CSV`} />
  );
  return (
    <PageHeader
      title={title}
      showsRange
      tools={
        <>
          {tools}
          {zip}
        </>
      }
      second={
        <>
          {/* One line where there is little room: a chip more moves nothing below. */}
          <div className="scroll-hint flex min-w-0 flex-1 items-center gap-2 max-lg:basis-full max-lg:-m-1 max-lg:overflow-x-auto max-lg:p-1 max-lg:[scrollbar-width:none] lg:flex-wrap">
            {chips}
            <FilterChips />
          </div>
          {datasets.length > 0 && (
            <div data-no-wall="" className="flex flex-wrap items-center lg:self-start">
              <IntervalMenu />
              <CompareMenu />
            </div>
          )}
        </>
      }
    >
      <DateRange from={from} to={to} today={today} timeZone={timeZone} onChange={setRange} />
      <ZoomOutButton />
    </PageHeader>
  );
}
