import { metricPage, pageMetadata } from "@/app/_server/metric-page";
import { TagsPage } from "@/components/pages/tags/tags-page";
import { PAGES } from "@/components/shell/pages";

export const metadata = pageMetadata(PAGES.tags);

export default metricPage(PAGES.tags, TagsPage);
