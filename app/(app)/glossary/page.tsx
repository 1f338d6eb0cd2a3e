import { pageMetadata } from "@/app/_server/metric-page";
import { pageSession } from "@/app/_server/page";
import { Glossary } from "@/components/pages/glossary/glossary";
import { PAGE_LIST, PAGES } from "@/components/shell/pages";
import { readGlossary } from "@/lib/metrics/glossary";
import { TERM_GROUPS } from "@/lib/metrics/terms";

export const metadata = pageMetadata(PAGES.glossary);

/** The pages that show metrics, with the datasets of their panels. */
const SHOWING = PAGE_LIST.flatMap(({ path, title, datasets }) => (datasets ? [{ path, title, datasets }] : []));

export default async function GlossaryPage() {
  await pageSession();
  return <Glossary groups={readGlossary()} terms={TERM_GROUPS} pages={SHOWING} />;
}
