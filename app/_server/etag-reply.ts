import { existsSync, readFileSync } from "node:fs";
import { etagOf, matchesEtag, withEtag } from "@/lib/http/etag";
import type { Meta } from "@/lib/shared/contract";
import { readDataVersion } from "@/lib/store/sync/data-version";
import type { Asked } from "./route";

/** Another build may count or name things differently: replies cached from the one before are outdated. */
const BUILD_ID_FILE = ".next/BUILD_ID";
const build = existsSync(BUILD_ID_FILE) ? readFileSync(BUILD_ID_FILE, "utf8") : String(performance.timeOrigin);

/**
 * A reply with an ETag made of the data's version, the scope and these facts (all else that the reply depends on). Where
 * the request's If-None-Match has it, the answer is 304 and `respond` is not called. Replies to POST have none.
 */
export async function respondWithEtag(
  { request, runtime, session }: Pick<Asked<unknown>, "request" | "runtime" | "session">,
  facts: unknown,
  respond: () => Promise<Response>,
): Promise<Response> {
  if (request.method !== "GET") {
    return respond();
  }
  const version = await readDataVersion(runtime.store.db);
  const etag = etagOf([build, version, session.scope, new URL(request.url).pathname, facts]);
  return withEtag(matchesEtag(request.headers, etag) ? new Response(null, { status: 304 }) : await respond(), etag);
}

/** What `meta` says of the data: once the sync is further the reply is another one, even with the same numbers. */
export function factsOf({ generatedAt, ...facts }: Meta): unknown {
  return facts;
}
