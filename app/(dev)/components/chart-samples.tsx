"use client";

import { useState } from "react";
import { BarList } from "@/components/charts/bars/bar-list";
import { DurationBars } from "@/components/charts/bars/duration-bars";
import { Matrix } from "@/components/charts/heat/matrix";
import { Timeline } from "@/components/charts/timeline/timeline";
import { CallbacksChart } from "@/components/charts/trend/callbacks-chart";
import { TrendChart } from "@/components/charts/trend/trend-chart";
import { VolumeChart } from "@/components/charts/volume/volume-chart";
import { Segmented } from "@/components/ui/form/segmented";
import { showToast } from "@/components/ui/overlay/toast";
import { Panel } from "@/components/ui/panel/panel";
import * as sample from "./sample-rows";
import * as timelines from "./sample-timelines";
import { ShapeSamples } from "./shape-samples";
import { WaitSamples } from "./wait-samples";

const SHAPES = [
  { value: "chart", label: "Charts" },
  { value: "table", label: "Tables" },
] as const;

const say = (event: unknown) => showToast(JSON.stringify(event));

/** The charts, each as drawn and as its table. */
export function ChartSamples() {
  const [shape, setShape] = useState<"chart" | "table">("chart");
  const isTable = shape === "table";
  return (
    <>
      <div className="col-span-full">
        <Segmented label="Shape" items={SHAPES} value={shape} onChange={setShape} />
      </div>
      <Panel title="Conversations by outcome" note="per day, by start" span={8}>
        <VolumeChart
          label="Conversations by outcome per day"
          rows={sample.volume}
          interval="day"
          comparison={{ label: "9 – 15 Nov", rows: sample.volumeBefore }}
          lastBucketIsOpen
          onSelect={say}
          onZoom={say}
          isTable={isTable}
        />
      </Panel>
      <Panel title="Final status" note="12,846 conversations" span={4}>
        <BarList label="Final status" rows={sample.statuses} hrefOf={(key) => `#${key}`} isTable={isTable} max={5} />
      </Panel>
      <Panel title="Conversations per hour" note="384 buckets" span={8}>
        <VolumeChart
          label="Conversations by outcome per hour"
          rows={sample.volumeHours}
          interval="hour"
          onSelect={say}
          onZoom={say}
          isTable={isTable}
        />
      </Panel>
      <Panel title="Status × event" note="conversations" span={4}>
        <Matrix
          label="Status by event"
          rowLabel="Final status"
          columnLabel="Disconnecting event"
          cells={sample.cells}
          onSelect={say}
          isTable={isTable}
        />
      </Panel>
      <Panel title="Agent handle time" note="average interaction + after-call work; mark = 90th percentile" span={7}>
        <DurationBars label="Agent handle time" rows={sample.agents} onSelect={say} isTable={isTable} />
      </Panel>
      <Panel title="Callbacks" note="asked for and accepted per day; median wait below" span={5}>
        <CallbacksChart
          label="Callbacks"
          rows={sample.callbacks}
          interval="day"
          medianWait={340}
          onSelect={say}
          isTable={isTable}
        />
      </Panel>
      <Panel title="Agents’ durations" note="average per day" span={12}>
        <TrendChart
          label="Agents’ durations"
          rows={sample.durations}
          interval="day"
          lastBucketIsOpen
          isTable={isTable}
        />
      </Panel>
      <ShapeSamples isTable={isTable} />
      <WaitSamples isTable={isTable} />
      <Panel title="Timeline" note="1 Oct 2025, Kolkata time" span={12}>
        <Timeline
          label="Timeline"
          lanes={timelines.lanes}
          marks={timelines.marks}
          events={timelines.events}
          timeZone="Asia/Kolkata"
          isTable={isTable}
        />
      </Panel>
      <Panel title="Timeline with long silences" note="1 – 5 Oct 2025, Kolkata time" span={12}>
        <Timeline
          label="Timeline with long silences"
          lanes={timelines.mailLanes}
          events={timelines.mailEvents}
          timeZone="Asia/Kolkata"
          isTable={isTable}
        />
      </Panel>
    </>
  );
}
