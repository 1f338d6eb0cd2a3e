import { ViewBar } from "@/components/filters/view-bar";
import { CallbacksPanel } from "./callbacks-panel";
import { PAGE_DATASETS } from "./page-datasets";
import { TablePanel } from "./table-panel";

/** Who asked to be called back, and who still waits. */
export function CallbacksPage() {
  return (
    <>
      <ViewBar title="Callbacks" datasets={PAGE_DATASETS.callbacks} />
      <main id="main" className="page-grid">
        <CallbacksPanel span={12} />
        <TablePanel
          dataset="queues"
          title="Callbacks by queue"
          emptyMessage="No conversation was sent to a queue in this range."
        />
      </main>
    </>
  );
}
