import { SignJWT } from "jose";
import type { Credentials } from "./credentials";
import type { VendorRecord } from "./record";
import { SELECTABLE } from "./request";
import type { Simulator } from "./server";

/** What a test wants to have unlike a proper request. */
export interface Ask {
  query?: string;
  body?: unknown;
  /** A header that is undefined is left out. */
  headers?: Record<string, string | undefined>;
  path?: string;
  method?: string;
}

export interface Answer {
  status: number;
  errors?: { msg: string; code: number }[];
  numResults?: number;
  data: VendorRecord[];
}

/** A proper token, or one with other claims, secret or algorithm. */
export async function signToken(
  { clientId, clientSecret }: Credentials,
  { claims = {}, secret = clientSecret, alg = "HS256" }: { claims?: object; secret?: string; alg?: string } = {},
): Promise<string> {
  const jwt = new SignJWT({ appId: clientId, sub: "test", ...claims });
  return jwt.setProtectedHeader({ alg, typ: "JWT" }).sign(new TextEncoder().encode(secret));
}

/** The body for a range, with every selectable part. */
export function bodyFor(startDate: string, endDate: string, timeZoneOffset = 0, more: object = {}): object {
  return { startDate, endDate, timeZoneOffset, selectedFields: SELECTABLE, ...more };
}

/** Asks the simulator over real HTTP, properly but for what the test gives; the answer need not be JSON. */
export async function request({ url, credentials }: Simulator, given: Ask = {}): Promise<Response> {
  const { accountId, streamId } = credentials;
  const { query = "", body = bodyFor("2026-03-10", "2026-03-10"), method = "POST" } = given;
  const path = given.path ?? `/agentassist/api/public/analytics/account/${accountId}/calldetails`;
  const headers = new Headers({
    "content-type": "application/json;charset=UTF-8",
    accountid: accountId,
    iId: streamId,
  });
  headers.set("auth", await signToken(credentials));
  for (const [name, value] of Object.entries(given.headers ?? {})) {
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
  }
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return fetch(`${url}${path}${query}`, { method, headers, ...(method === "POST" && { body: text }) });
}

export async function ask(simulator: Simulator, given: Ask = {}): Promise<Answer> {
  const response = await request(simulator, given);
  return { data: [], ...(await response.json()), status: response.status };
}
