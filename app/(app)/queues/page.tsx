import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { prefetchServiceLevels } from "@/app/_server/service-levels";
import { PAGE_DATASETS } from "@/components/metrics/page-datasets";
import { QueuesPage } from "@/components/metrics/queues-page";

export const metadata: Metadata = { title: "Queues" };

export default metricPage(PAGE_DATASETS.queues, QueuesPage, prefetchServiceLevels);
