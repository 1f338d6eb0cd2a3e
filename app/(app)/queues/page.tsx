import { metricPage, pageMetadata } from "@/app/_server/metric-page";
import { prefetchServiceLevels } from "@/app/_server/service-levels";
import { QueuesPage } from "@/components/pages/queues/queues-page";
import { PAGES } from "@/components/shell/pages";

export const metadata = pageMetadata(PAGES.queues);

export default metricPage(PAGES.queues, QueuesPage, prefetchServiceLevels);
