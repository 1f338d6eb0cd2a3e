import type { Metadata } from "next";
import { pageSession } from "@/app/_server/page";
import { AccountPage } from "@/components/pages/settings/account-page";

export const metadata: Metadata = { title: "Settings: account" };

export default async function Page() {
  await pageSession();
  return <AccountPage />;
}
