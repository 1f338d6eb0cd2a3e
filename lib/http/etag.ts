import { createHash } from "node:crypto";

/**
 * The tag of a reply whose facts are these: as long as none changes, neither does the reply, but for when it was made.
 * That is why it is a weak one.
 */
export function etagOf(facts: unknown): string {
  return `W/"${createHash("sha256").update(JSON.stringify(facts)).digest("base64url")}"`;
}

/** Whether whoever asks holds the reply with this tag already (RFC 9110, `If-None-Match`). */
export function matchesEtag(headers: Headers, etag: string): boolean {
  const held = (headers.get("if-none-match") ?? "").split(",").map((tag) => bare(tag.trim()));
  return held.includes(bare(etag)) || held.includes("*");
}

const bare = (tag: string) => tag.replace(/^W\//, "");

/** Gives a reply its tag: whoever keeps it must ask each time whether it is still right, and no shared cache may. */
export function withEtag(reply: Response, etag: string): Response {
  const headers = new Headers(reply.headers);
  headers.set("etag", etag);
  headers.set("cache-control", "private, no-cache");
  return new Response(reply.body, { status: reply.status, headers });
}
