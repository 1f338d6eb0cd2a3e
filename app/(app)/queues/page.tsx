import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { prefetchServiceLevels } from "@/app/_server/service-levels";
import { PAGE_DATASETS, PAGE_FIGURES } from "@/components/metrics/page-datasets";
import { QueuesPage } from "@/components/metrics/queues-page";

export const metadata: Metadata = { title: "Queues" };

export default metricPage(
  { datasets: PAGE_DATASETS.queues, figures: PAGE_FIGURES.queues },
  QueuesPage,
  prefetchServiceLevels,
);
