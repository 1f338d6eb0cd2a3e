"use client";

import { OUTCOME_COLOURS } from "@/components/charts/chart-theme";
import { Legend } from "@/components/charts/legend";
import { OutcomeBar } from "@/components/charts/outcome-bar";
import { OUTCOME_LABELS, OUTCOMES } from "@/lib/shared/outcomes";
import { outcomeCountsOf } from "./outcome-counts";
import type { Shown } from "./shown-columns";
import { TablePanel } from "./table-panel";

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
