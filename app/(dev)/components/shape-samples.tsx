"use client";

import { FlowChart } from "@/components/charts/flow/flow-chart";
import { HeatMap } from "@/components/charts/heat/heat-map";
import { showToast } from "@/components/ui/overlay/toast";
import { Panel } from "@/components/ui/panel/panel";
import * as sample from "./sample-shapes";

const COUNT = { id: "conversations", label: "Conversations", unit: "count" } as const;
const LEVEL = { id: "serviceLevel", label: "Service level", unit: "ratio" } as const;
const FLOW = ["Channel", "Bot or queue", "Outcome", "Ended by"];
const say = (event: unknown) => showToast(JSON.stringify(event));

const HEATS = [
  ["Weekday × hour, much", sample.heat, COUNT, 7],
  ["Weekday × hour, a rate", sample.heat, LEVEL, 5],
  ["Weekday × hour, one", sample.heatOne, COUNT, 6],
  ["Weekday × hour, none", sample.heatNone, COUNT, 6],
] as const;

const FLOWS = [
  ["Flow, much", sample.flow, 12],
  ["Flow, 60 queues", sample.flowMany, 6],
  ["Flow, one", sample.flow.slice(0, 1), 6],
  ["Flow, none", [], 6],
] as const;

/** The charts of two dimensions in every state: much, little, one, none. */
export function ShapeSamples({ isTable }: { isTable: boolean }) {
  return (
    <>
      {HEATS.map(([title, rows, metric, span]) => (
        <Panel key={title} title={title} span={span}>
          <HeatMap label={title} rows={rows} metric={metric} onSelect={say} isTable={isTable} />
        </Panel>
      ))}
      {FLOWS.map(([title, rows, span]) => (
        <Panel key={title} title={title} span={span}>
          <FlowChart
            label={title}
            rows={rows}
            columns={FLOW}
            onSelect={say}
            onSelectLink={say}
            isTable={isTable}
            height={rows.length > 1 ? 340 : 120}
          />
        </Panel>
      ))}
    </>
  );
}
