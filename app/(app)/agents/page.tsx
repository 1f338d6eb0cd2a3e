import type { Metadata } from "next";
import { metricPage } from "@/app/_server/metric-page";
import { AgentsPage } from "@/components/metrics/agents-page";
import { PAGE_DATASETS, PAGE_FIGURES } from "@/components/metrics/page-datasets";

export const metadata: Metadata = { title: "Agents" };

export default metricPage({ datasets: PAGE_DATASETS.agents, figures: PAGE_FIGURES.agents }, AgentsPage);
