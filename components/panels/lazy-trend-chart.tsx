"use client";

import dynamic from "next/dynamic";
import { Loading } from "@/components/ui/panel/panel-state";

/** No higher than any chart of it, so that waiting makes no panel higher; the panel keeps the room of the rest. */
const WAITING_HEIGHT = 160;

export const TrendChart = dynamic(
  () => import("@/components/charts/trend/trend-chart").then((file) => file.TrendChart),
  {
    loading: () => <Loading height={WAITING_HEIGHT} />,
  },
);
