import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { prefetchServiceLevels } from "@/app/_server/service-levels";
import { PAGE_ASKS } from "@/components/metrics/page-asks";
import { QueuesPage } from "@/components/metrics/queues-page";

export const metadata: Metadata = { title: "Queues" };

export default metricPage(PAGE_ASKS.queues, QueuesPage, prefetchServiceLevels);
