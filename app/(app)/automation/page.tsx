import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { AutomationPage } from "@/components/metrics/automation-page";
import { PAGE_ASKS } from "@/components/metrics/page-asks";

export const metadata: Metadata = { title: "Automation" };

export default metricPage(PAGE_ASKS.automation, AutomationPage);
