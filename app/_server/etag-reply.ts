import { existsSync, readFileSync } from "node:fs";
import type { Session } from "@/lib/auth/session";
import { etagOf, matchesEtag, withEtag } from "@/lib/http/etag";
import type { ReadQuery, Route } from "@/lib/http/route";
import type { Runtime } from "@/lib/runtime";
import type { Meta } from "@/lib/shared/contract";
import { readDataVersion } from "@/lib/store/sync/data-version";

/** Another build may count or name things differently: replies cached from the one before are outdated. */
const BUILD_ID_FILE = ".next/BUILD_ID";
const build = existsSync(BUILD_ID_FILE) ? readFileSync(BUILD_ID_FILE, "utf8") : String(performance.timeOrigin);

interface Tagged {
  request: Request;
  runtime: Runtime;
  session: Session | null;
  query: ReadQuery | undefined;
  meta(): Promise<Meta>;
}

/**
 * A reply with an ETag, where its route declares one: made of all that the reply depends on, which is the data's
 * version, the scope and the query. Where the request's If-None-Match has it, the answer is 304 and `respond` is not
 * called. Replies to POST have none.
 */
export async function respondWithEtag(
  { hasEtag }: Route,
  { request, runtime, session, query, meta }: Tagged,
  respond: () => Promise<Response>,
): Promise<Response> {
  const isTagged = hasEtag === true || (hasEtag === "json" && query?.format !== "csv");
  if (!isTagged || request.method !== "GET") {
    return respond();
  }
  const facts = [query, query && factsOf(await meta())];
  const version = await readDataVersion(runtime.store.db);
  const etag = etagOf([build, version, session?.scope, new URL(request.url).pathname, facts]);
  return withEtag(matchesEtag(request.headers, etag) ? new Response(null, { status: 304 }) : await respond(), etag);
}

/** What `meta` says of the data: once the sync is further the reply is another one, even with the same numbers. */
function factsOf({ generatedAt, ...facts }: Meta): unknown {
  return facts;
}
