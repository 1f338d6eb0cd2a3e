import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { CallbacksPage } from "@/components/pages/callbacks/callbacks-page";
import { PAGE_ASKS } from "@/components/panels/page-asks";

export const metadata: Metadata = { title: "Callbacks" };

export default metricPage(PAGE_ASKS.callbacks, CallbacksPage);
