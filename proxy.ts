import { type NextRequest, NextResponse } from "next/server";
import { respondError } from "@/lib/http/respond";
import { CallboardError } from "@/lib/shared/errors";

/**
 * Tells a page its own address, which Next keeps from it (the sign-in leads back there), and answers 404 to an address
 * whose escapes cannot be read (`%E0%A4%A`), where Next itself would fail with 500. It checks no right.
 */
export function proxy(request: NextRequest): Response {
  const { pathname, search } = new URL(request.url);
  if (!isReadable(pathname)) {
    return pathname.startsWith("/api/")
      ? respondError(new CallboardError("not_found", "There is nothing at this address."))
      : NextResponse.rewrite(new URL("/no-such-page", request.url));
  }
  const headers = new Headers(request.headers);
  headers.set("x-callboard-path", `${pathname}${search}`);
  return NextResponse.next({ request: { headers } });
}

function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/** Pages, and whatever has a percent sign: no other address is delayed. */
export const config = {
  matcher: ["/((?!api/|_next/|favicon.ico|icon.svg|sign-in|set-up).*)", "/((?:.*%.*))"],
};
