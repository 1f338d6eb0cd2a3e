import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { pageSession, prefetch } from "@/app/_server/page";
import { prefetchServiceLevels } from "@/app/_server/service-levels";
import { ServiceLevelsPage } from "@/components/pages/settings/service-levels-page";
import { LEVEL_FIGURES } from "@/components/pages/settings/settings-queries";
import { SECTIONS, sectionHeading } from "@/components/shell/settings-sections";

export const metadata: Metadata = { title: sectionHeading(SECTIONS.serviceLevels) };

export default async function Page() {
  const asking = await pageSession();
  const { client, state } = await prefetch(asking, LEVEL_FIGURES);
  await prefetchServiceLevels(client, asking);
  return (
    <HydrationBoundary state={state()}>
      <ServiceLevelsPage />
    </HydrationBoundary>
  );
}
