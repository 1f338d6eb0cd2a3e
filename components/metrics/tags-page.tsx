import { ViewBar } from "@/components/filters/view-bar";
import { BreakdownPanel } from "./breakdown-panel";
import { PAGE_DATASETS } from "./page-datasets";
import { TablePanel } from "./table-panel";

/** What conversations were about. */
export function TagsPage() {
  return (
    <>
      <ViewBar title="Tags" datasets={PAGE_DATASETS.tags} />
      <main id="main" className="page-grid">
        <BreakdownPanel
          dataset="dispositions"
          title="Disposition"
          note="a conversation can have several"
          column="disposition"
          filter="disposition"
        />
        <TablePanel dataset="tags" title="All tags" emptyMessage="No conversation of this range has a tag." />
      </main>
    </>
  );
}
