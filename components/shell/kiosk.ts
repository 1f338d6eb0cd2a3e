import { parseAsArrayOf, parseAsInteger, parseAsString } from "nuqs/server";
import { PAGE_LIST, type Page } from "./pages";

/** Kiosk mode in the URL: which pages it rotates, and for how many seconds each is shown. */
export const kioskParsers = {
  wall: parseAsArrayOf(parseAsString).withDefault([]),
  seconds: parseAsInteger.withDefault(30),
};

export const LEAST_SECONDS = 5;
const MOST_SECONDS = 3600;

/** A page's name in the URL of kiosk mode. */
export function kioskName({ path }: Pick<Page, "path">): string {
  return path.slice(1) || "overview";
}

/** The pages to rotate, in the order of their names; unknown names are left out. */
export function kioskPages(names: readonly string[]): Page[] {
  return names.flatMap((name) => PAGE_LIST.filter((page) => page.isForKiosk && kioskName(page) === name));
}

/** The page after this one; the first where this one is not among them. */
export function nextPage(pages: readonly Page[], pathname: string): Page | undefined {
  return pages[(pages.findIndex(({ path }) => path === pathname) + 1) % pages.length];
}

/** Whole seconds that a page is shown, between the least and the most allowed. */
export function clampSeconds(seconds: number): number {
  return Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, Math.round(seconds)));
}
