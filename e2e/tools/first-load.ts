import type { Page } from "playwright";
import { settled } from "./settled";

/**
 * Kilobytes of script on the wire, bodies alone, as they come compressed: those that the document names, with what
 * comes until every chart is drawn, and with what the browser loads when it has nothing else to do.
 */
export async function firstLoad(page: Page, address: string) {
  const scripts = await watchScripts(page);
  const html = (await (await page.goto(address))?.text()) ?? "";
  await settled(page);
  await page.locator("main .recharts-surface").first().waitFor();
  const drawn = new Set(scripts.keys());
  await page.waitForLoadState("networkidle");
  const kilobytes = (isCounted: (path: string) => boolean) =>
    [...scripts].reduce((sum, [path, bytes]) => sum + (isCounted(path) ? bytes : 0), 0) / 1000;
  return {
    named: kilobytes((path) => html.includes(`<script src="${path}"`)),
    drawn: kilobytes((path) => drawn.has(path)),
    idle: kilobytes(() => true),
  };
}

/** The bytes of each script's body by its path. @throws where a script comes uncompressed. */
async function watchScripts(page: Page): Promise<Map<string, number>> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send("Network.enable");
  const begun = new Map<string, { path: string; headBytes: number }>();
  const bodies = new Map<string, number>();
  protocol.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script") {
      const { pathname: path } = new URL(response.url);
      const encoding = Object.entries(response.headers).find(([name]) => name.toLowerCase() === "content-encoding");
      if (encoding?.[1] !== "gzip") {
        throw new Error(`${path} is not compressed.`);
      }
      begun.set(requestId, { path, headBytes: response.encodedDataLength });
    }
  });
  protocol.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const script = begun.get(requestId);
    if (script) {
      bodies.set(script.path, encodedDataLength - script.headBytes);
    }
  });
  return bodies;
}
