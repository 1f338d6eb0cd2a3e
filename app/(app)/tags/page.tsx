import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { TagsPage } from "@/components/pages/tags/tags-page";
import { PAGE_ASKS } from "@/components/panels/page-asks";

export const metadata: Metadata = { title: "Tags and dispositions" };

export default metricPage(PAGE_ASKS.tags, TagsPage);
