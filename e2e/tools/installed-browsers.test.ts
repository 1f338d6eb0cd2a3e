import { describe, expect, it } from "vitest";
import { listInstalledBrowsers } from "./installed-browsers";

describe("listInstalledBrowsers", () => {
  it("looks for Chromium in every folder of PATH before it looks for Chrome", () => {
    expect(listInstalledBrowsers("linux", { PATH: "/usr/local/bin:/usr/bin" })).toEqual([
      "/usr/local/bin/chromium",
      "/usr/bin/chromium",
      "/usr/local/bin/chromium-browser",
      "/usr/bin/chromium-browser",
      "/usr/local/bin/google-chrome",
      "/usr/bin/google-chrome",
      "/usr/local/bin/google-chrome-stable",
      "/usr/bin/google-chrome-stable",
    ]);
  });

  it("looks in the applications of a Mac, everybody's before one's own, after PATH", () => {
    expect(listInstalledBrowsers("darwin", { PATH: "/bin", HOME: "/Users/asha" }).slice(4)).toEqual([
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Users/asha/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Users/asha/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ]);
  });

  it("looks in the program folders that Windows names, and in no others", () => {
    expect(listInstalledBrowsers("win32", { PROGRAMFILES: "C:\\Program Files", PATH: "C:\\Windows" })).toEqual([
      "C:\\Program Files\\Chromium\\Application\\chrome.exe",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    ]);
  });

  it("skips the empty parts of PATH, which would mean the current folder", () => {
    expect(listInstalledBrowsers("linux", { PATH: ":/usr/bin:" })[0]).toBe("/usr/bin/chromium");
    expect(listInstalledBrowsers("linux", {})).toEqual([]);
  });
});
