"use client";

import { useQuery } from "@tanstack/react-query";
import { Table2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { timeScale } from "@/components/charts/timeline/time-scale";
import { Timeline } from "@/components/charts/timeline/timeline";
import { instantsOf } from "@/components/charts/timeline/timeline-model";
import { syncQuery } from "@/components/data/queries";
import { Button } from "@/components/ui/form/button";
import { Panel } from "@/components/ui/panel/panel";
import { Empty } from "@/components/ui/panel/panel-state";
import type { ConversationDetail } from "@/lib/shared/conversation";
import { countBackwards, isOpen, lanesOf, marksOf, timelineEventsOf } from "./conversation-lanes";

/** The conversation on a real time axis: a wait is as long as it was. */
export function ConversationTimeline({ conversation, note }: { conversation: ConversationDetail; note: string }) {
  const [isTable, setTable] = useState(false);
  const [isToScale, setToScale] = useState(false);
  const through = useCopiedThrough(isOpen(conversation));
  const [lanes, marks, events] = [
    lanesOf(conversation, through),
    marksOf(conversation),
    timelineEventsOf(conversation),
  ];
  const hasBreaks = timeScale(instantsOf(lanes, [...marks, ...events])).some(({ isBroken }) => isBroken);
  const backwards = countBackwards(conversation);
  const tools = (
    <>
      {hasBreaks && !isTable && (
        <Button variant="ghost" size="small" aria-pressed={isToScale} onPress={() => setToScale(!isToScale)}>
          {isToScale ? "Shorten silences" : "True to scale"}
        </Button>
      )}
      <Button
        variant="ghost"
        size="small"
        isIcon
        aria-label={isTable ? "Timeline as a chart" : "Timeline as a table"}
        aria-pressed={isTable}
        onPress={() => setTable(!isTable)}
      >
        <Table2 aria-hidden />
      </Button>
    </>
  );
  return (
    <Panel title="Timeline" note={note} tools={tools}>
      {lanes.length === 0 && events.length < 2 ? (
        <Empty message="The record has no times to draw." hint="It may still be open: the sync reads it again." />
      ) : (
        <Timeline
          label="Timeline of the conversation"
          lanes={lanes}
          marks={marks}
          events={events}
          timeZone={conversation.timeZone}
          isToScale={isToScale}
          isTable={isTable}
        />
      )}
      {backwards > 0 && (
        <p className="mt-2 text-ink-2 text-s">
          {backwards === 1 ? "One stretch runs" : `${backwards} stretches run`} backwards in the source and{" "}
          {backwards === 1 ? "is" : "are"} not drawn; {backwards === 1 ? "its" : "their"} instants are.
        </p>
      )}
    </Panel>
  );
}

/** How far the sync reaches; a conversation that is still open is read again when it reaches further. */
function useCopiedThrough(isOpen: boolean): string | null {
  const router = useRouter();
  const through = useQuery(syncQuery()).data?.dataThrough ?? null;
  const read = useRef(through);
  useEffect(() => {
    if (isOpen && read.current !== through) {
      read.current = through;
      router.refresh();
    }
  }, [isOpen, through, router]);
  return through;
}
