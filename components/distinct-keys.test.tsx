import { createLoader } from "nuqs/server";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { FlowChart } from "@/components/charts/flow/flow-chart";
import { Timeline } from "@/components/charts/timeline/timeline";
import { ViewContext } from "@/components/data/view-provider";
import { ContextPanel } from "@/components/pages/conversations/context-panel";
import { ConversationSummary } from "@/components/pages/conversations/conversation-summary";
import { at, conversationWith } from "@/components/pages/conversations/test-conversation";
import { CoverageBar } from "@/components/pages/settings/coverage-bar";
import type { ConversationDetail } from "@/lib/shared/conversation";
import { viewParsers } from "@/lib/shared/view";

const repeated = vi.hoisted(() => new Set<string>());

/**
 * The server's renderer does not compare keys as the browser's does ("two children with the same key"), so every
 * element that is made has its lists of children looked through by the same rule.
 */
vi.mock("react/jsx-runtime", async (load) => watched(await load()));
vi.mock("react/jsx-dev-runtime", async (load) => watched(await load()));

type Make = (type: unknown, props: { children?: ReactNode }, ...rest: unknown[]) => unknown;

const { watched } = vi.hoisted(() => {
  function watch(children: unknown): void {
    if (!Array.isArray(children)) {
      return;
    }
    const keys = children.flatMap((child) => (child as { key?: string | null } | null)?.key ?? []);
    for (const [index, key] of keys.entries()) {
      if (keys.indexOf(key) < index) {
        repeated.add(String(key));
      }
    }
    children.forEach(watch);
  }
  function watched(runtime: Record<string, unknown>): Record<string, unknown> {
    const makers = Object.entries(runtime).filter(([name]) => name.startsWith("jsx"));
    const watching = makers.map(([name, make]) => [
      name,
      typeof make === "function"
        ? (...given: Parameters<Make>) => {
            watch(given[1].children);
            return (make as Make)(...given);
          }
        : make,
    ]);
    return { ...runtime, ...Object.fromEntries(watching) };
  }
  return { watched };
});

/** The keys that two children of one list bear. */
function repeatedKeys(element: ReactNode): string[] {
  const view = createLoader(viewParsers)("");
  renderToString(<ViewContext.Provider value={[view, () => {}]}>{element}</ViewContext.Provider>);
  const keys = [...repeated];
  repeated.clear();
  return keys;
}

/** All that can be alike is: two destinations of one agent, remarks, dispositions (masked, two can be). */
const CONVERSATION: ConversationDetail = {
  ...conversationWith(2),
  dispositions: ["•••", "•••"],
  dispositionRemarks: ["Called back", "Called back"],
};

describe("children of one list bear keys of their own", () => {
  it("which one that stands twice would break", () => {
    const list = (keys: readonly string[]) => keys.map((key) => <i key={key} />);
    expect(repeatedKeys(<p>{list(["a", "b", "a"])}</p>)).toEqual(["a"]);
    expect(repeatedKeys(<p>{list(["a", "b"])}</p>)).toEqual([]);
  });

  it("where dispositions, masked, and remarks are alike", () => {
    expect(repeatedKeys(<ContextPanel conversation={CONVERSATION} />)).toEqual([]);
  });

  it("where one agent answered twice", () => {
    expect(repeatedKeys(<ConversationSummary conversation={CONVERSATION} />)).toEqual([]);
  });

  it("where events, marks and bars of a timeline are alike", () => {
    const mark = { at: at(100), label: "Agent Hangup", tone: "bad" as const };
    const bar = { startAt: at(20), endAt: at(20), kind: "interaction" as const, label: "Anita" };
    const lane = { label: "Agent", bars: [bar, bar, { ...bar, endAt: at(100) }], marks: [mark, mark] };
    const timeline = <Timeline label="Timeline" lanes={[lane]} marks={[mark, mark]} events={[]} timeZone="UTC" />;
    expect(repeatedKeys(timeline)).toEqual([]);
    const events = [
      { ...mark, at: at(0) },
      { ...mark, at: at(0) },
    ];
    expect(
      repeatedKeys(<Timeline label="Timeline" lanes={[lane]} marks={[]} events={events} timeZone="UTC" />),
    ).toEqual([]);
  });

  it("where names of a flow hold what parts them", () => {
    const row = { step: 1, conversations: 5 };
    const rows = [
      { ...row, source: "Sales", target: "EU open" },
      { ...row, source: "Sales EU", target: "open" },
    ];
    expect(repeatedKeys(<FlowChart label="Flow" rows={rows} columns={["Channel", "Queue"]} />)).toEqual([]);
  });

  it("where an axis of years has the same day twice", () => {
    const coverage = [
      { from: "2020-01-01T00:00:00.000Z", to: "2026-01-01T00:00:00.000Z", state: "copied" as const, readAt: null },
    ];
    expect(repeatedKeys(<CoverageBar coverage={coverage} timeZone="UTC" />)).toEqual([]);
  });
});
