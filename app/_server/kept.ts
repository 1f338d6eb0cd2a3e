import { existsSync, readFileSync } from "node:fs";
import { etagOf, isHeld, tagged } from "@/lib/http/etag";
import type { Meta } from "@/lib/shared/contract";
import { readDataVersion } from "@/lib/store/data-version";
import type { Asked } from "./route";

/** Another build may count or call things otherwise: what was kept of the one before is outdated. */
const BUILD_ID_FILE = ".next/BUILD_ID";
const build = existsSync(BUILD_ID_FILE) ? readFileSync(BUILD_ID_FILE, "utf8") : String(performance.timeOrigin);

/**
 * A reply that whoever asks may keep: it has a tag made of the data's version, the scope and these facts (all that the
 * reply depends on besides), and where they hold it already they are told so, and `respond` is not called. What is asked
 * by POST nobody keeps.
 */
export async function respondKept(
  { request, runtime, session }: Pick<Asked<unknown>, "request" | "runtime" | "session">,
  facts: unknown,
  respond: () => Promise<Response>,
): Promise<Response> {
  if (request.method !== "GET") {
    return respond();
  }
  const version = await readDataVersion(runtime.store.db);
  const etag = etagOf([build, version, session.scope, new URL(request.url).pathname, facts]);
  return tagged(isHeld(request.headers, etag) ? new Response(null, { status: 304 }) : await respond(), etag);
}

/** What `meta` says of the data: a copy that is further is another reply, though its numbers may be the same. */
export function factsOf({ generatedAt, ...facts }: Meta): unknown {
  return facts;
}
