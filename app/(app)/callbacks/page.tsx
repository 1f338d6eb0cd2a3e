import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { CallbacksPage } from "@/components/metrics/callbacks-page";
import { PAGE_DATASETS, PAGE_FIGURES } from "@/components/metrics/page-datasets";

export const metadata: Metadata = { title: "Callbacks" };

export default metricPage({ datasets: PAGE_DATASETS.callbacks, figures: PAGE_FIGURES.callbacks }, CallbacksPage);
