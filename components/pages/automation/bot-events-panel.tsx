"use client";

import { OutcomeList } from "@/components/charts/bars/outcome-list";
import { DatasetPanel } from "@/components/panels/dataset-panel";
import { useDrillDown } from "@/components/panels/use-drill-down";
import { outcomeCountsOf } from "./outcome-counts";

/** Who ended the conversations that the bot had for itself, and what came of them. */
export function BotEventsPanel() {
  const { hrefOfRow } = useDrillDown("bot-events");
  return (
    <DatasetPanel
      dataset="bot-events"
      title="How it ends with the bot"
      note="conversations without queue or agent, by who ended them"
      span={5}
      height={288}
      emptyMessage="No conversation of this range was the bot’s alone."
    >
      {(reply, isTable) => (
        <OutcomeList
          label="How it ends with the bot"
          name="Disconnecting event"
          rows={reply.rows.map((row) => ({
            key: String(row.disconnectingEvent),
            label: String(row.disconnectingEvent),
            conversations: Number(row.conversations),
            share: typeof row.share === "number" ? row.share : null,
            counts: outcomeCountsOf(row),
          }))}
          hrefOf={(disconnectingEvent) => hrefOfRow({ disconnectingEvent })}
          isTable={isTable}
        />
      )}
    </DatasetPanel>
  );
}
