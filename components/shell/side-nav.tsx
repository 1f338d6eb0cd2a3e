"use client";

import { Ellipsis, Search } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useView } from "@/components/data/use-view";
import { Button } from "@/components/ui/form/button";
import { MenuButton } from "@/components/ui/overlay/menu";
import { hrefOf } from "@/lib/shared/view";
import { Freshness } from "./freshness";
import { KeyCaps } from "./key-caps";
import { isPageOf, PAGE_LIST } from "./pages";
import { Person } from "./person";
import { useOpenOverlay } from "./shell-context";
import { Wordmark } from "./wordmark";

const LINK = [
  "flex h-8 items-center gap-2.5 rounded-control px-2 font-medium text-ink-2 hover:bg-sunken",
  "aria-[current]:bg-sunken aria-[current]:font-semibold aria-[current]:text-ink",
  "max-md:h-12 max-md:min-w-0 max-md:flex-auto max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:px-0.5 max-md:text-xs",
].join(" ");

const NAV = [
  "flex flex-col gap-0.5 border-line border-r px-3 py-4 md:sticky md:top-0 md:h-dvh md:overflow-y-auto",
  "max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:flex-row max-md:border-t max-md:border-r-0",
  "max-md:bg-page max-md:px-1 max-md:py-1 max-md:pb-[max(4px,env(safe-area-inset-bottom))]",
].join(" ");

/** The menu: a column at the left, on phones a bar at the foot. Pages keep the range and the filters. */
export function SideNav() {
  const pathname = usePathname();
  const [view] = useView();
  const seldom = PAGE_LIST.filter(({ isFrequent }) => !isFrequent);
  return (
    <nav aria-label="Pages" className={NAV}>
      <div className="pb-3 max-md:hidden">
        <Wordmark />
      </div>
      <CommandButton />
      {PAGE_LIST.map((page) => (
        <Link
          key={page.path}
          href={hrefOf(page.path, view)}
          // Overview asks for eleven datasets: not before somebody wants it.
          prefetch={false}
          title={`${page.title}: g, then ${page.key}`}
          aria-current={isPageOf(page, pathname) ? "page" : undefined}
          className={`${LINK} ${page.isFrequent ? "" : "max-md:hidden"}`}
        >
          <page.icon aria-hidden className="size-4 shrink-0" strokeWidth={1.7} />
          <span className="max-w-full truncate">{page.title}</span>
        </Link>
      ))}
      <div className="grid flex-auto place-items-center md:hidden">
        <MenuButton
          variant="ghost"
          isIcon
          label="More pages"
          items={seldom.map((page) => ({
            id: page.path,
            label: page.title,
            href: hrefOf(page.path, view),
            hint: isPageOf(page, pathname) ? "here" : undefined,
          }))}
        >
          <Ellipsis aria-hidden />
        </MenuButton>
      </div>
      <div className="mt-auto border-line border-t pt-2.5 max-md:hidden">
        <Person />
      </div>
    </nav>
  );
}

/** On a phone, always over the page: the mark, the freshness, the command menu, the person. */
export function PhoneTop() {
  const open = useOpenOverlay();
  return (
    <div
      data-no-wall=""
      className="sticky top-0 z-10 flex items-center gap-1 border-line border-b bg-page px-1.5 py-1.5 md:hidden"
    >
      <Wordmark isShort />
      <span className="min-w-0 flex-1 overflow-hidden pl-1.5">
        <Freshness />
      </span>
      <span className="flex shrink-0 items-center">
        <Button variant="ghost" isIcon aria-label="Search commands" onPress={() => open("commands")}>
          <Search aria-hidden />
        </Button>
        <Person />
      </span>
    </div>
  );
}

function CommandButton() {
  const open = useOpenOverlay();
  return (
    <Button onPress={() => open("commands")} className="mb-2 w-full justify-start text-ink-3 max-md:hidden">
      <Search aria-hidden /> Search
      <span className="ml-auto">
        <KeyCaps keys={["Ctrl", "K"]} />
      </span>
    </Button>
  );
}
