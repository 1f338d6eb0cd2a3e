import { EnvHttpProxyAgent, fetch } from "undici";

/** What the client needs of a `fetch`. */
export type Fetcher = (
  url: string,
  init: { method: string; headers: Record<string, string>; body: string; signal: AbortSignal; redirect: "manual" },
) => Promise<FetchedReply>;

export interface FetchedReply {
  ok: boolean;
  status: number;
  headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** Proxies as the environment names them; null where there is none. */
export interface ProxySettings {
  httpProxy: string | null;
  httpsProxy: string | null;
  noProxy: string | null;
}

/** A `fetch` that goes through the proxies, but for hosts that `noProxy` names. */
export function createFetcher({ httpProxy, httpsProxy, noProxy }: ProxySettings): Fetcher {
  // Empty, not absent: it would look for them in the environment itself.
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: httpProxy ?? "",
    httpsProxy: httpsProxy ?? "",
    noProxy: noProxy ?? "",
  });
  return (url, init) => fetch(url, { ...init, dispatcher });
}
