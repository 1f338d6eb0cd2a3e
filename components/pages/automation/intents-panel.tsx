"use client";

import { OutcomeBar } from "@/components/charts/bars/outcome-bar";
import { OUTCOME_COLOURS } from "@/components/charts/frame/chart-theme";
import { Legend } from "@/components/charts/frame/legend";
import type { Shown } from "@/components/panels/shown-columns";
import { TablePanel } from "@/components/panels/table-panel";
import { OUTCOME_LABELS, OUTCOMES } from "@/lib/shared/outcomes";
import { outcomeCountsOf } from "./outcome-counts";

const COLUMNS: readonly Shown[] = [
  { id: "intent" },
  { id: "conversations" },
  { id: "share", minWidth: 80 },
  { id: "containmentRate", minWidth: 80 },
  {
    id: "contained",
    label: "Outcomes",
    align: "left",
    render: (row) => (
      <span className="block h-3 w-32 xl:w-48">
        <OutcomeBar counts={outcomeCountsOf(row)} />
      </span>
    ),
  },
  { id: "answered" },
  { id: "abandoned" },
  { id: "unanswered" },
];

/** What customers wanted of the bot, and what came of it. */
export function IntentsPanel() {
  return (
    <TablePanel
      dataset="intents"
      title="Intents"
      note="the bot’s last; a conversation that it kept often names none"
      columns={COLUMNS}
      bars={["conversations"]}
      above={
        <Legend
          className="mb-1"
          items={OUTCOMES.map((id) => ({ label: OUTCOME_LABELS[id], colour: OUTCOME_COLOURS[id] }))}
        />
      }
      emptyMessage="No conversation started in this range."
    />
  );
}
