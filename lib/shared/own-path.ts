const NOWHERE = "http://callboard.invalid";
/** Addresses that are no pages to come back to. */
const NO_PAGES = ["/sign-in", "/set-up", "/api"];

/**
 * A path of our own from what a link asks for, `/queues?from=…`; `/` for anything that would lead to another site, by
 * whatever spelling (`//host`, `/\host`, a scheme), or to no page.
 */
export function ownPath(asked: string | null | undefined): string {
  if (!asked?.startsWith("/") || !URL.canParse(asked, NOWHERE)) {
    return "/";
  }
  const { origin, pathname, search } = new URL(asked, NOWHERE);
  const isPage = !NO_PAGES.some((path) => pathname === path || pathname.startsWith(`${path}/`));
  return origin === NOWHERE && isPage && !pathname.startsWith("//") ? `${pathname}${search}` : "/";
}
