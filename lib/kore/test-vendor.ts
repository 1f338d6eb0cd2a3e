import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type { KoreAccount } from "./transport";

/** A request as it arrived at the stand-in for the vendor. */
export interface Arrival {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: unknown;
}

export interface TestVendor {
  host: string;
  arrivals: readonly Arrival[];
  close(): Promise<void>;
}

/** A server on loopback for the client's tests: answers each request as `answer` does, and keeps what arrived. */
export async function startTestVendor(
  answer: (response: ServerResponse, page: number, arrival: Arrival) => void,
): Promise<TestVendor> {
  const arrivals: Arrival[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://vendor");
    const body = request.method === "POST" ? await json(request) : null;
    const arrival = { method: request.method ?? "", url, headers: request.headers, body };
    arrivals.push(arrival);
    answer(response, Number(url.searchParams.get("offset")), arrival);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `http://127.0.0.1:${port}`,
    arrivals,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const CLIENT_SECRET = "the-client-secret";

/** An account at this host, asked for times in India. */
export function accountAt(host: string, fields: Partial<KoreAccount> = {}): KoreAccount {
  return {
    host,
    accountId: "acc/1",
    streamId: "st-1",
    credentials: { clientId: "cs-1", clientSecret: CLIENT_SECRET, subject: "callboard", algorithm: "HS256" },
    timeZoneOffset: -330,
    requestsPerMinute: 60,
    ...fields,
  };
}

/** `count` rows numbered from `first`, each a conversation that can be read. */
export function vendorRows(first: number, count: number, fields: Record<string, unknown> = {}) {
  return Array.from({ length: count }, (_, index) => ({
    conversationId: `c-${first + index}`,
    sessionStartTime: "2025-10-01T05:30:00",
    ...fields,
  }));
}

export function sendPage(response: ServerResponse, data: readonly unknown[]): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ numResults: data.length, data }));
}

export function sendError(response: ServerResponse, status: number, msg: string, headers = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify({ errors: [{ msg, code: 4002 }] }));
}
