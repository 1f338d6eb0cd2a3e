import { metricPage, pageMetadata } from "@/app/_server/metric-page";
import { Overview } from "@/components/pages/overview/overview";
import { PAGES } from "@/components/shell/pages";

export const metadata = pageMetadata(PAGES.overview);

export default metricPage(PAGES.overview, Overview);
