import { type NextRequest, NextResponse } from "next/server";

/** Tells a page its own address, which Next keeps from it: the sign-in leads back there. It checks nothing. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  const { pathname, search } = request.nextUrl;
  headers.set("x-callboard-path", `${pathname}${search}`);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ["/((?!api/|_next/|favicon.ico|icon.svg|sign-in|set-up).*)"] };
