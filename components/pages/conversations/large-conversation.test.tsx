import { createLoader } from "nuqs/server";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Timeline } from "@/components/charts/timeline/timeline";
import { ViewContext } from "@/components/data/view-provider";
import { viewParsers } from "@/lib/shared/view";
import { lanesOf, marksOf, timelineEventsOf } from "./conversation-lanes";
import { DestinationEvents } from "./destination-events";
import { RawRecord } from "./raw-record";
import { TagsPanel } from "./tags-panel";
import { conversationWith } from "./test-conversation";

/** What the server draws of it: the HTML and how many elements. */
function draw(element: ReactNode) {
  const view = createLoader(viewParsers)("");
  const html = renderToString(<ViewContext.Provider value={[view, () => {}]}>{element}</ViewContext.Provider>);
  return { html, elements: html.match(/<[a-z]/g)?.length ?? 0 };
}

const tagsOf = (count: number) => ({
  session: Array.from({ length: count }, (_, index) => ({ name: "step", value: `value ${index}` })),
  user: [],
});

describe("the page of one conversation", () => {
  it("draws each of a few destinations, and of 500 those that come first", () => {
    expect(
      draw(<DestinationEvents conversation={conversationWith(3)} />).html.match(/QueueEntry, Sales/g),
    ).toHaveLength(3);
    const { html, elements } = draw(<DestinationEvents conversation={conversationWith(500)} />);
    expect(html.match(/QueueEntry, Sales/g)).toHaveLength(10);
    expect(elements).toBeLessThan(1000);
  });

  it("draws each of a few tags, and of 5,000 those that come first", () => {
    expect(draw(<TagsPanel tags={tagsOf(60)} />).html).toContain("value 59");
    const { html, elements } = draw(<TagsPanel tags={tagsOf(5000)} />);
    expect(html).toContain("value 59");
    expect(html).not.toContain("value 60");
    expect(elements).toBeLessThan(1000);
  });

  it("draws markers and bars of a timeline that can be told apart, whatever their number", () => {
    const drawn = (count: number) => {
      const conversation = conversationWith(count);
      return draw(
        <Timeline
          label="Timeline"
          lanes={lanesOf(conversation)}
          marks={marksOf(conversation)}
          events={timelineEventsOf(conversation)}
          timeZone="UTC"
        />,
      );
    };
    // Session start, six events a destination, session end.
    expect(drawn(2).html.match(/size-\[11px\]/g)).toHaveLength(14);
    expect(drawn(500).elements).toBeLessThan(1500);
  });

  it("draws no more of a raw record than its own fields, and a text of megabytes cut", () => {
    const raw = { tags: Array.from({ length: 5000 }, (_, index) => ({ index })), text: "x".repeat(5_000_000) };
    const { html, elements } = draw(<RawRecord id="large" raw={raw} rawLength={null} />);
    expect(html).toContain("5000");
    expect(html).toContain("5,000,000");
    expect(html.length).toBeLessThan(20_000);
    expect(elements).toBeLessThan(100);
  });
});
