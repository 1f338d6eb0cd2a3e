import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createKoreClient } from "./client";
import { createFetcher, type ProxySettings } from "./fetcher";
import { TEST_CERTIFICATE, TEST_CERTIFICATE_KEY } from "./test-certificate";
import { createHastyClock } from "./test-clock";
import { startTestProxy, type TestProxy } from "./test-proxy";
import { accountAt, sendPage, startTestVendor, type TestVendor, vendorRows } from "./test-vendor";

const WINDOW = { fromAt: Date.parse("2025-10-01T00:00:00Z"), toAt: Date.parse("2025-10-01T01:00:00Z") };

let vendor: TestVendor | null = null;
let proxy: TestProxy | null = null;
afterEach(async () => {
  vi.unstubAllEnvs();
  await vendor?.close();
  await proxy?.close();
  vendor = proxy = null;
});

function fetchFrom(host: string, settings: Partial<ProxySettings>) {
  const fetcher = createFetcher({ httpProxy: null, httpsProxy: null, noProxy: null, ...settings });
  return createKoreClient(accountAt(host), createHastyClock(Date.now()), fetcher).fetchWindow(WINDOW);
}

async function start(refusal: number | null = null) {
  vendor = await startTestVendor((response) => sendPage(response, vendorRows(0, 3)));
  proxy = await startTestProxy(refusal);
  return { host: vendor.host, name: new URL(vendor.host).host, proxy };
}

const withPassword = (url: string) => url.replace("//", "//anita:open%20sesame@");

describe("a request goes through the proxy", () => {
  it("that the environment names, and brings the reply back", async () => {
    const { host, name, proxy } = await start();
    expect((await fetchFrom(host, { httpProxy: proxy.url })).records).toHaveLength(3);
    expect(proxy.asked).toEqual([{ target: name, authorization: undefined }]);
  });

  it("with the user name and the password of its address", async () => {
    const { host, proxy } = await start();
    await fetchFrom(host, { httpProxy: withPassword(proxy.url) });
    const basic = `Basic ${Buffer.from("anita:open sesame").toString("base64")}`;
    expect(proxy.asked.map(({ authorization }) => authorization)).toEqual([basic]);
  });

  it("for https by the one named for it: TLS is between the client and the vendor alone", async () => {
    const { proxy } = await start();
    const server = createServer({ cert: TEST_CERTIFICATE, key: TEST_CERTIFICATE_KEY });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const failure = fetchFrom(`https://127.0.0.1:${port}`, { httpsProxy: proxy.url });
    await expect(failure).rejects.toMatchObject({ fault: "certificate" });
    expect(proxy.asked.map(({ target }) => target)).toEqual([`127.0.0.1:${port}`]);
    server.close();
  });

  it.each(["127.0.0.1", "example.org, 127.0.0.1", "*"])("but not where NO_PROXY is %j", async (noProxy) => {
    const { host, proxy } = await start();
    expect((await fetchFrom(host, { httpProxy: proxy.url, noProxy })).records).toHaveLength(3);
    expect(proxy.asked).toEqual([]);
  });

  it("and nowhere but where it was told to: process.env is read by lib/env alone", async () => {
    const { host, proxy } = await start();
    vi.stubEnv("HTTP_PROXY", proxy.url);
    vi.stubEnv("http_proxy", proxy.url);
    await fetchFrom(host, {});
    expect(proxy.asked).toEqual([]);
  });
});

describe("a proxy that fails is named, without its address's password", () => {
  it.each([
    [407, /asks for authentication \(407\).*HTTPS_PROXY/],
    [403, /did not open a connection to Kore\.ai \(403\)/],
    [502, /did not open a connection to Kore\.ai \(502\)/],
  ])("by %i", async (status, words) => {
    const { host, proxy } = await start(status);
    const error = await fetchFrom(host, { httpProxy: withPassword(proxy.url) }).catch((caught: Error) => caught);
    expect(error).toMatchObject({ fault: "proxy", kind: "unavailable", message: expect.stringMatching(words) });
    expect(String(error)).not.toMatch(/sesame|anita/);
  });

  it("that does not listen", async () => {
    const { host, proxy } = await start();
    await proxy.close();
    const error = await fetchFrom(host, { httpProxy: withPassword(proxy.url) }).catch((caught: Error) => caught);
    expect(error).toMatchObject({ fault: "connection", message: expect.stringContaining("HTTPS_PROXY") });
    expect(String(error)).not.toMatch(/sesame|anita/);
  });
});
