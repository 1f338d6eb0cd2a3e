import { metricPage, pageMetadata } from "@/app/_server/metric-page";
import { AutomationPage } from "@/components/pages/automation/automation-page";
import { PAGES } from "@/components/shell/pages";

export const metadata = pageMetadata(PAGES.automation);

export default metricPage(PAGES.automation, AutomationPage);
