import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { PAGE_DATASETS } from "@/components/metrics/page-datasets";
import { TagsPage } from "@/components/metrics/tags-page";

export const metadata: Metadata = { title: "Tags and dispositions" };

export default metricPage({ datasets: PAGE_DATASETS.tags }, TagsPage);
