import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { AutomationPage } from "@/components/pages/automation/automation-page";
import { PAGE_ASKS } from "@/components/panels/page-asks";

export const metadata: Metadata = { title: "Automation" };

export default metricPage(PAGE_ASKS.automation, AutomationPage);
