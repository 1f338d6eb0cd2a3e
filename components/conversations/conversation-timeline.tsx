"use client";

import { Table2 } from "lucide-react";
import { useState } from "react";
import { Timeline } from "@/components/charts/timeline";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { Empty } from "@/components/ui/panel-state";
import type { ConversationDetail } from "@/lib/shared/conversation";
import { lanesOf, marksOf } from "./conversation-lanes";

/** The conversation on a real time axis: a wait is as long as it was. */
export function ConversationTimeline({ conversation, note }: { conversation: ConversationDetail; note: string }) {
  const [isTable, setTable] = useState(false);
  const lanes = lanesOf(conversation);
  const tools = (
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
  );
  return (
    <Panel title="Timeline" note={note} tools={tools}>
      {lanes.length === 0 ? (
        <Empty message="The record has no times to draw." hint="It may still be open: the copy reads it again." />
      ) : (
        <Timeline
          label="Timeline of the conversation"
          lanes={lanes}
          marks={marksOf(conversation)}
          timeZone={conversation.timeZone}
          isTable={isTable}
        />
      )}
    </Panel>
  );
}
