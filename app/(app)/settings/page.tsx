import type { Metadata } from "next";
import { pageSession } from "@/app/_server/page";
import { SyncPage } from "@/components/pages/settings/sync-page";
import { SECTIONS, sectionHeading } from "@/components/shell/settings-sections";

export const metadata: Metadata = { title: sectionHeading(SECTIONS.sync) };

export default async function SettingsPage() {
  const { runtime, session } = await pageSession();
  return <SyncPage connection={session.person.role === "administrator" ? runtime.connection : null} />;
}
