import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { AgentsPage } from "@/components/pages/agents/agents-page";
import { PAGE_ASKS } from "@/components/panels/page-asks";

export const metadata: Metadata = { title: "Agents" };

export default metricPage(PAGE_ASKS.agents, AgentsPage);
