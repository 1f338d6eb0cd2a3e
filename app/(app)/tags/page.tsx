import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { PAGE_ASKS } from "@/components/metrics/page-asks";
import { TagsPage } from "@/components/metrics/tags-page";

export const metadata: Metadata = { title: "Tags and dispositions" };

export default metricPage(PAGE_ASKS.tags, TagsPage);
