import type { Metadata } from "next";
import { Hydrated } from "@/app/_server/hydrated";
import { pageSession } from "@/app/_server/page";
import { ServiceLevelsPage } from "@/components/settings/service-levels-page";
import { serviceLevelsQuery } from "@/components/settings/settings-queries";
import { readServiceLevels } from "@/lib/store/service-levels";

export const metadata: Metadata = { title: "Settings: service levels" };

export default async function Page() {
  const { runtime } = await pageSession();
  return (
    <Hydrated queryKey={serviceLevelsQuery().queryKey} reply={await readServiceLevels(runtime.store.db)}>
      <ServiceLevelsPage />
    </Hydrated>
  );
}
