import { metricPage, pageMetadata } from "@/app/_server/metric-page";
import { TagNamesPanel } from "@/components/pages/tags/tag-names-panel";
import { BreakdownPanel } from "@/components/panels/breakdown-panel";
import { PageGrid } from "@/components/panels/page-grid";
import type { Shown } from "@/components/panels/shown-columns";
import { TablePanel } from "@/components/panels/table-panel";
import { PAGES } from "@/components/shell/pages";
import { ViewBar } from "@/components/shell/view-bar";

export const metadata = pageMetadata(PAGES.tags);

const COLUMNS: readonly Shown[] = [
  { id: "name" },
  { id: "value", minWidth: 224 },
  { id: "conversations" },
  { id: "level" },
];

/** How agents summed conversations up, and what the flows noted of them. */
function TagsPage() {
  return (
    <>
      <ViewBar page="tags" />
      <PageGrid>
        <BreakdownPanel
          dataset="dispositions"
          title="Disposition"
          note="a conversation can have several"
          column="disposition"
          max={11}
        />
        <TagNamesPanel span={8} />
        <TablePanel
          dataset="tags"
          title="All tags"
          columns={COLUMNS}
          find="Find a tag by level, name or value"
          bars={["conversations"]}
          emptyMessage="No conversation of this range has a tag."
        />
      </PageGrid>
    </>
  );
}

export default metricPage(PAGES.tags, TagsPage);
