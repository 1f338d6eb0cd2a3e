import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { AgentsPage } from "@/components/metrics/agents-page";
import { PAGE_ASKS } from "@/components/metrics/page-asks";

export const metadata: Metadata = { title: "Agents" };

export default metricPage(PAGE_ASKS.agents, AgentsPage);
