import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { pageSession, prefetch } from "@/app/_server/page";
import { ServiceLevelsPage } from "@/components/settings/service-levels-page";
import { LEVEL_FIGURES, serviceLevelsQuery } from "@/components/settings/settings-queries";
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
