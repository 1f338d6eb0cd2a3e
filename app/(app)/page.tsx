import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { Overview } from "@/components/metrics/overview";
import { OVERVIEW_DATASETS, OVERVIEW_FIGURES } from "@/components/metrics/overview-datasets";

export const metadata: Metadata = { title: "Overview" };

export default metricPage({ datasets: OVERVIEW_DATASETS, figures: OVERVIEW_FIGURES }, Overview);
