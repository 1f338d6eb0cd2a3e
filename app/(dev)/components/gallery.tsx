"use client";

import { Sparkline } from "@/components/charts/trend/sparkline";
import { Button } from "@/components/ui/form/button";
import { showToast, ToastRegion } from "@/components/ui/overlay/toast";
import { Panel } from "@/components/ui/panel/panel";
import { Empty, Failure, Loading, NotPermitted } from "@/components/ui/panel/panel-state";
import { Tile } from "@/components/ui/panel/tile";
import { Tiles } from "@/components/ui/panel/tiles";
import { DataTable } from "@/components/ui/table/data-table";
import { SkipLink } from "@/components/ui/theme/skip-link";
import { ChartSamples } from "./chart-samples";
import { ControlSamples } from "./control-samples";
import { queues } from "./sample-rows";

const TILES = [
  ["Conversations", "12,846", "+3.1 %", "flat"],
  ["Service level", "78.4 %", "−6.2 pts", "bad"],
  ["Queue abandon rate", "6.9 %", "+1.8 pts", "bad"],
  ["Average wait", "41s", "+9.0 %", "bad"],
  ["Handle time", "6m 12s", "−4.0 %", "flat"],
  ["Containment", "38.2 %", "+2.4 pts", "good"],
  ["Callbacks accepted", "–", null, "flat"],
] as const;

const COURSE = [3, 5, 4, 7, 6, 8, 5, 6];

/** Everything on one page, on the page's own grid. */
export function Gallery() {
  return (
    <>
      <SkipLink />
      <main id="main" className="mx-auto grid max-w-[1800px] grid-cols-12 gap-3 px-3.5 py-3 md:gap-4 md:px-6 md:py-4">
        <h1 className="col-span-full font-[650] text-l">Components</h1>
        <ControlSamples />
        <Tiles>
          {TILES.map(([label, value, change, tone], index) => (
            <Tile
              key={label}
              label={label}
              value={value}
              change={change}
              changeTone={tone}
              definition={`What ${label} counts, in one sentence.`}
              flag={index === 1 ? "unusual" : undefined}
              isSelected={index === 0}
              onPress={() => showToast(label)}
            >
              <Sparkline values={COURSE.map((value2, at) => (value2 * (at + index + 3)) % 9)} lastIsOpen />
            </Tile>
          ))}
        </Tiles>
        <ChartSamples />
        <Panel
          title="Queues"
          note="threshold 20 s"
          span={7}
          tools={
            <Button variant="ghost" size="small">
              CSV
            </Button>
          }
        >
          <DataTable
            caption="Queues"
            columns={[
              { id: "queueName", label: "Queue", unit: "text" },
              { id: "offered", label: "Offered", unit: "count" },
              {
                id: "serviceLevel",
                label: "Service level",
                unit: "ratio",
                definition: "Answered within the threshold, of all offered.",
              },
              { id: "queueAbandonRate", label: "Abandoned", unit: "ratio" },
              { id: "waitSecondsAverage", label: "Wait", unit: "seconds" },
            ]}
            rows={queues}
            sort={{ column: "offered", isDescending: true }}
            bars={["serviceLevel"]}
            isBad={(row, column) => column === "serviceLevel" && Number(row.serviceLevel ?? 1) < 0.75}
            onRowAction={(row) => showToast(String(row.queueName))}
          />
        </Panel>
        <Panel title="Loading" span={5}>
          <Loading height={180} />
        </Panel>
        <Panel title="Empty" span={4}>
          <Empty
            message="No conversations match."
            hint="Remove a filter or take a longer range."
            action={<Button>Clear filters</Button>}
          />
        </Panel>
        <Panel title="Failure" span={4}>
          <Failure message="The store did not answer in time." onRetry={() => showToast("Again")} />
        </Panel>
        <Panel title="Not permitted" span={4} isStale>
          <NotPermitted />
        </Panel>
      </main>
      <ToastRegion />
    </>
  );
}
