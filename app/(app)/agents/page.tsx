import { metricPage, pageMetadata } from "@/app/_server/metric-page";
import { AgentsPage } from "@/components/pages/agents/agents-page";
import { PAGES } from "@/components/shell/pages";

export const metadata = pageMetadata(PAGES.agents);

export default metricPage(PAGES.agents, AgentsPage);
