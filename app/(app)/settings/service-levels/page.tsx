import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { pageSession, prefetch } from "@/app/_server/page";
import { serviceLevelsQuery } from "@/components/data/queries";
import { ServiceLevelsPage } from "@/components/settings/service-levels-page";
import { LEVEL_FIGURES } from "@/components/settings/settings-queries";
import { readServiceLevels } from "@/lib/store/service-levels";

export const metadata: Metadata = { title: "Settings: service levels" };

export default async function Page() {
  const asking = await pageSession();
  const { client, state } = await prefetch(asking, LEVEL_FIGURES);
  client.setQueryData(serviceLevelsQuery().queryKey, await readServiceLevels(asking.runtime.store.db));
  return (
    <HydrationBoundary state={state()}>
      <ServiceLevelsPage />
    </HydrationBoundary>
  );
}
