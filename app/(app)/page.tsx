import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { Overview } from "@/components/pages/overview/overview";
import { PAGE_ASKS } from "@/components/panels/page-asks";

export const metadata: Metadata = { title: "Overview" };

export default metricPage(PAGE_ASKS.overview, Overview);
