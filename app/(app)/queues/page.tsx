import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { prefetchServiceLevels } from "@/app/_server/service-levels";
import { QueuesPage } from "@/components/pages/queues/queues-page";
import { PAGE_ASKS } from "@/components/panels/page-asks";

export const metadata: Metadata = { title: "Queues" };

export default metricPage(PAGE_ASKS.queues, QueuesPage, prefetchServiceLevels);
