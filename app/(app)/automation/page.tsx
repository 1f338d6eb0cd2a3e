import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { AutomationPage } from "@/components/metrics/automation-page";
import { PAGE_DATASETS, PAGE_FIGURES } from "@/components/metrics/page-datasets";

export const metadata: Metadata = { title: "Automation" };

export default metricPage({ datasets: PAGE_DATASETS.automation, figures: PAGE_FIGURES.automation }, AutomationPage);
