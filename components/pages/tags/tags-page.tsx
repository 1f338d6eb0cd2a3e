import { BreakdownPanel } from "@/components/panels/breakdown-panel";
import { PageGrid } from "@/components/panels/page-grid";
import type { Shown } from "@/components/panels/shown-columns";
import { TablePanel } from "@/components/panels/table-panel";
import { PAGES } from "@/components/shell/pages";
import { ViewBar } from "@/components/shell/view-bar";
import { TagNamesPanel } from "./tag-names-panel";

const COLUMNS: readonly Shown[] = [
  { id: "name" },
  { id: "value", minWidth: 224 },
  { id: "conversations" },
  { id: "level" },
];

/** How agents summed conversations up, and what the flows noted of them. */
export function TagsPage() {
  return (
    <>
      <ViewBar page={PAGES.tags} />
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
