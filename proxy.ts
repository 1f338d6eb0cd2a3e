import { type NextRequest, NextResponse } from "next/server";
import { respondError } from "@/lib/http/respond";
import { CallboardError } from "@/lib/shared/errors";

/** Answers 404 to an address whose escapes cannot be read (`%E0%A4%A`), where Next itself would fail with 500. */
export function proxy(request: NextRequest): Response {
  const { pathname } = new URL(request.url);
  if (isReadable(pathname)) {
    return NextResponse.next();
  }
  return pathname.startsWith("/api/")
    ? respondError(new CallboardError("not_found", "There is nothing at this address."))
    : NextResponse.rewrite(new URL("/no-such-page", request.url));
}

function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/** Whatever has a percent sign: no other address is delayed. */
export const config = { matcher: "/((?:.*%.*))" };
