import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { pageSession, prefetch } from "@/app/_server/page";
import { Glossary } from "@/components/metrics/glossary";
import { METRICS } from "@/lib/metrics/catalogue";

export const metadata: Metadata = { title: "Glossary" };

const UNITS: Record<string, string> = {
  count: "a count",
  ratio: "a share, 0 to 100 %",
  seconds: "seconds",
  score: "a score",
};

export default async function GlossaryPage() {
  const { state } = await prefetch(await pageSession(), []);
  const entries = METRICS.map(({ id, label, definition, unit, good }) => ({
    id,
    label,
    definition,
    unit: UNITS[unit] ?? unit,
    good,
  }));
  return (
    <HydrationBoundary state={state()}>
      <Glossary entries={entries} />
    </HydrationBoundary>
  );
}
