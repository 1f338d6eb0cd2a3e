import type { ReactNode } from "react";
import { pageSession } from "@/app/_server/page";
import { SettingsNav } from "@/components/pages/settings/settings-nav";
import { PageHeader } from "@/components/shell/page-header";
import { PAGES } from "@/components/shell/pages";

/** The frame of all pages of Settings; it stays while one goes from one to the other. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await pageSession();
  return (
    <>
      <PageHeader title={PAGES.settings.title} second={<SettingsNav />} />
      <main id="main" className="page-grid">
        {children}
      </main>
    </>
  );
}
