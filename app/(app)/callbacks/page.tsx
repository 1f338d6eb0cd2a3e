import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { CallbacksPage } from "@/components/metrics/callbacks-page";
import { PAGE_ASKS } from "@/components/metrics/page-asks";

export const metadata: Metadata = { title: "Callbacks" };

export default metricPage(PAGE_ASKS.callbacks, CallbacksPage);
