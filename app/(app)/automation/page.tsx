import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { AutomationPage } from "@/components/metrics/automation-page";
import { PAGE_DATASETS } from "@/components/metrics/page-datasets";

export const metadata: Metadata = { title: "Automation" };

export default metricPage(PAGE_DATASETS.automation, AutomationPage);
