import { CallboardError } from "@/lib/shared/errors";

const BROWSER_HEADERS = ["origin", "referer", "sec-fetch-site"];

/**
 * A request as better-auth's check against forged ones should see it. Browsers always say where a POST comes from; one
 * that says nothing comes from a script, which has its cookie from nobody but itself, so it counts as our own. (Node's
 * fetch sends `sec-fetch-mode` alone and would be refused.)
 */
export async function acceptScripts(request: Request, appUrl: string): Promise<Request> {
  if (BROWSER_HEADERS.some((name) => request.headers.has(name))) {
    return request;
  }
  const headers = new Headers(request.headers);
  headers.delete("sec-fetch-mode");
  headers.delete("sec-fetch-dest");
  headers.set("origin", new URL(appUrl).origin);
  // From its parts: on Node 24 Next's own request object cannot be copied whole.
  const body = request.method === "GET" || request.method === "HEAD" ? null : await request.text();
  return new Request(request.url, { method: request.method, headers, body });
}

/**
 * Refuses what another site's page sends with the person's cookie. The cookie is SameSite=Lax already: this is the
 * second lock. @throws CallboardError `forbidden`
 */
export function requireOwnOrigin(request: Request, appUrl: string): void {
  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  const isOwn = origin === null || origin === new URL(appUrl).origin || (host !== null && hostOf(origin) === host);
  if (!isOwn) {
    throw new CallboardError("forbidden", "This may only be asked for by Callboard’s own pages or by a script.");
  }
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
