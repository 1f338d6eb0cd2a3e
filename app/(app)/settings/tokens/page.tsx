import type { Metadata } from "next";
import { Hydrated } from "@/app/_server/hydrated";
import { pageSession } from "@/app/_server/page";
import { tokensQuery } from "@/components/pages/settings/settings-queries";
import { TokensPage } from "@/components/pages/settings/tokens-page";
import { SECTIONS, sectionHeading } from "@/components/shell/settings-sections";
import { listTokens } from "@/lib/auth/tokens";
import type { TokensReply } from "@/lib/shared/tokens";

export const metadata: Metadata = { title: sectionHeading(SECTIONS.tokens) };

export default async function Page() {
  const { runtime, session } = await pageSession();
  const reply: TokensReply = { tokens: await listTokens(runtime.store.db, session.person.id) };
  return (
    <Hydrated queryKey={tokensQuery().queryKey} reply={reply}>
      <TokensPage appUrl={runtime.appUrl} />
    </Hydrated>
  );
}
