import type { Metadata } from "next";
import { pageSession } from "@/app/_server/page";
import { SyncPage } from "@/components/pages/settings/sync-page";

export const metadata: Metadata = { title: "Settings: sync" };

export default async function SettingsPage() {
  const { runtime, session } = await pageSession();
  return <SyncPage connection={session.person.role === "administrator" ? runtime.connection : null} />;
}
