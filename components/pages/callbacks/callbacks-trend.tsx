"use client";

import { useView } from "@/components/data/use-view";
import { type Trend, TrendPanel } from "@/components/panels/trend-panel";
import { CallbacksPanel } from "./callbacks-panel";

const TRENDS: [Trend, ...Trend[]] = [
  { title: "Callback accept rate", lines: [["callbackAcceptRate", "var(--callback)"]] },
  {
    title: "Callback wait",
    lines: [
      ["callbackWaitSecondsP90", "var(--acw)"],
      ["callbackWaitSecondsMedian", "var(--callback)"],
    ],
  },
];

/** The main chart of Callbacks: asked for, accepted and the wait together, or the rate or the waits for themselves. */
export function CallbacksTrend() {
  const [{ metric }] = useView();
  const isTrend = TRENDS.some(({ lines }) => lines.some(([id]) => id === metric));
  return isTrend ? <TrendPanel dataset="callbacks" trends={TRENDS} span={6} /> : <CallbacksPanel span={6} />;
}
