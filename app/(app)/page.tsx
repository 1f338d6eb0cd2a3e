import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { Overview } from "@/components/metrics/overview";
import { PAGE_ASKS } from "@/components/metrics/page-asks";

export const metadata: Metadata = { title: "Overview" };

export default metricPage(PAGE_ASKS.overview, Overview);
