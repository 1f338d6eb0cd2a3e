import type { Metadata } from "next";
import { pageSession } from "@/app/_server/page";
import { AccountPage } from "@/components/pages/settings/account-page";
import { SECTIONS, sectionHeading } from "@/components/shell/settings-sections";

export const metadata: Metadata = { title: sectionHeading(SECTIONS.account) };

export default async function Page() {
  await pageSession();
  return <AccountPage />;
}
