import { describe, expect, it } from "vitest";
import { acceptScripts, requireOwnOrigin } from "./origin";

const APP = "https://callboard.example/";
const request = (headers: Record<string, string>) =>
  new Request(`${APP}api/auth/sign-in/email`, { method: "POST", headers });

describe("a request to sign in", () => {
  it("from a script, which says nothing of where it comes from, counts as our own", async () => {
    const seen = await acceptScripts(request({ "sec-fetch-mode": "cors", cookie: "a=b" }), APP);
    expect(seen.headers.get("origin")).toBe("https://callboard.example");
    expect(seen.headers.has("sec-fetch-mode")).toBe(false);
    expect(seen.headers.get("cookie")).toBe("a=b");
  });

  it.each([
    ["origin", "https://evil.example"],
    ["referer", "https://evil.example/page"],
    ["sec-fetch-site", "cross-site"],
  ])("from a browser, which says it in %s, is left as it is", async (name, value) => {
    const asked = request({ [name]: value });
    expect(await acceptScripts(asked, APP)).toBe(asked);
  });
});

describe("a request that changes something", () => {
  it("is refused when another site's page sends it", () => {
    expect(() => requireOwnOrigin(request({ origin: "https://evil.example" }), APP)).toThrow("own pages");
    expect(() => requireOwnOrigin(request({ origin: "null" }), APP)).toThrow("own pages");
  });

  it("is taken from our own pages, by whichever name they were opened, and from scripts", () => {
    requireOwnOrigin(request({ origin: "https://callboard.example" }), APP);
    requireOwnOrigin(request({ origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }), APP);
    requireOwnOrigin(request({}), APP);
  });
});
