import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { pageSession, prefetch } from "@/app/_server/page";
import { SyncPage } from "@/components/settings/sync-page";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const { state } = await prefetch(await pageSession(), []);
  return (
    <HydrationBoundary state={state()}>
      <SyncPage />
    </HydrationBoundary>
  );
}
