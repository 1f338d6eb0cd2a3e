import { parseAsArrayOf, parseAsInteger, parseAsString } from "nuqs/server";
import { PAGE_LIST, type Page } from "./pages";

/** The wall in the URL: which pages take turns, and for how many seconds each. */
export const wallParsers = {
  wall: parseAsArrayOf(parseAsString).withDefault([]),
  seconds: parseAsInteger.withDefault(30),
};

export const LEAST_SECONDS = 5;
const MOST_SECONDS = 3600;

/** A page's name in the URL of a wall. */
export function wallName({ path }: Pick<Page, "path">): string {
  return path.slice(1) || "overview";
}

/** The pages that take turns, in the order that was asked for; unknown names are left out. */
export function wallPages(names: readonly string[]): Page[] {
  return names.flatMap((name) => PAGE_LIST.filter((page) => page.isForKiosk && wallName(page) === name));
}

/** The page after this one; the first where this one is not among them. */
export function nextPage(pages: readonly Page[], pathname: string): Page | undefined {
  return pages[(pages.findIndex(({ path }) => path === pathname) + 1) % pages.length];
}

/** Seconds that a page may stay, kept within sense. */
export function clampSeconds(seconds: number): number {
  return Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, Math.round(seconds)));
}
