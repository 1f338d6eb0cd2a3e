import { describe, expect, it } from "vitest";
import { findBinding, KEYS } from "./keys";
import { clampSeconds, kioskPages, nextPage } from "./kiosk";
import { isPageOf, PAGE_LIST, rangePageAt } from "./pages";

describe("keys", () => {
  it("are each bound once", () => {
    const all = KEYS.map(({ keys }) => keys.join(" "));
    expect(new Set(all).size).toBe(all.length);
  });

  it("wait for a second one after g, and take it for itself where the pair means nothing", () => {
    expect(findBinding("g", null)).toEqual({ prefix: "g" });
    expect(findBinding("q", "g")).toEqual({ action: { kind: "page", path: "/queues" } });
    expect(findBinding("d", "g")).toEqual({ action: { kind: "range", range: "today" } });
    expect(findBinding("q", null)).toBeUndefined();
  });
});

describe("pages", () => {
  it("have their ranges changed by keys on their own address only", () => {
    expect(rangePageAt("/conversations")?.title).toBe("Conversations");
    expect(rangePageAt("/conversations/c-1")).toBeUndefined();
    expect(rangePageAt("/settings")).toBeUndefined();
  });

  it("are current below their address, Overview at its own alone", () => {
    const current = (pathname: string) =>
      PAGE_LIST.filter((page) => isPageOf(page, pathname)).map(({ title }) => title);
    expect(current("/")).toEqual(["Overview"]);
    expect(current("/conversations/c-1")).toEqual(["Conversations"]);
    expect(current("/tagsome")).toEqual([]);
  });
});

describe("kiosk mode", () => {
  it("rotates the pages that it can show and begins again", () => {
    const pages = kioskPages(["queues", "settings", "nonsense", "overview"]);
    expect(pages.map(({ path }) => path)).toEqual(["/queues", "/"]);
    expect(nextPage(pages, "/queues")?.path).toBe("/");
    expect(nextPage(pages, "/")?.path).toBe("/queues");
    expect(nextPage(pages, "/agents")?.path).toBe("/queues");
    expect(nextPage([], "/")).toBeUndefined();
  });

  it("shows a page for five seconds at least and an hour at most", () => {
    expect([0, 12.4, 90_000].map(clampSeconds)).toEqual([5, 12, 3600]);
  });
});
