"use client";

import { Histogram } from "@/components/charts/histogram/histogram";
import { showToast } from "@/components/ui/overlay/toast";
import { Panel } from "@/components/ui/panel/panel";
import { nameWaitBand, WAIT_BANDS } from "@/lib/shared/waits";

const PARTS = [
  { key: "answered", label: "Answered", colour: "var(--answered)" },
  { key: "abandoned", label: "Abandoned", colour: "var(--abandoned)" },
];

const binsOf = (answered: readonly number[], abandoned: readonly number[]) =>
  WAIT_BANDS.map(({ id, fromSeconds, toSeconds }, index) => ({
    key: id,
    label: nameWaitBand(id),
    from: fromSeconds,
    to: toSeconds,
    values: { answered: answered[index] ?? 0, abandoned: abandoned[index] ?? 0 },
  }));

const MUCH = binsOf([12_480, 9310, 6204, 3120, 2890, 1904, 840, 212, 61], [90, 140, 260, 310, 720, 940, 610, 280, 118]);

const SAMPLES = [
  { title: "Waits, much", bins: MUCH, span: 8, threshold: 20 },
  { title: "Waits, thresholds that differ", bins: MUCH, span: 4, threshold: null },
  {
    title: "Waits, a threshold within a band",
    bins: binsOf([4, 9, 12, 6, 3], [0, 1, 0, 2, 5]),
    span: 4,
    threshold: 45,
  },
  { title: "Waits, one", bins: binsOf([0, 0, 1], []), span: 4, threshold: 20 },
  { title: "Waits, none", bins: binsOf([], []), span: 4, threshold: 20 },
] as const;

/** Waits in bands in every state: much, little, one, none, and with the threshold or without. */
export function WaitSamples({ isTable }: { isTable: boolean }) {
  return SAMPLES.map(({ title, bins, span, threshold }) => (
    <Panel key={title} title={title} span={span}>
      <Histogram
        label={title}
        bins={bins}
        parts={PARTS}
        threshold={threshold}
        onSelect={(band) => showToast(band)}
        isTable={isTable}
      />
    </Panel>
  ));
}
