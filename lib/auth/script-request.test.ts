import { describe, expect, it } from "vitest";
import { acceptScripts } from "./script-request";

const APP = "https://callboard.example/";
const request = (headers: Record<string, string>) =>
  new Request(`${APP}api/auth/sign-in/email`, { method: "POST", headers });

describe("a request to sign in", () => {
  it("from a script, which says nothing of where it comes from, counts as our own", () => {
    const seen = acceptScripts(request({ "sec-fetch-mode": "cors", cookie: "a=b" }), APP);
    expect(seen.headers.get("origin")).toBe("https://callboard.example");
    expect(seen.headers.has("sec-fetch-mode")).toBe(false);
    expect(seen.headers.get("cookie")).toBe("a=b");
  });

  it.each([
    ["origin", "https://evil.example"],
    ["referer", "https://evil.example/page"],
    ["sec-fetch-site", "cross-site"],
  ])("from a browser, which says it in %s, is left as it is", (name, value) => {
    const asked = request({ [name]: value });
    expect(acceptScripts(asked, APP)).toBe(asked);
  });
});
