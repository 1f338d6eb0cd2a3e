import { metricPage, pageMetadata } from "@/app/_server/metric-page";
import { CallbacksPage } from "@/components/pages/callbacks/callbacks-page";
import { PAGES } from "@/components/shell/pages";

export const metadata = pageMetadata(PAGES.callbacks);

export default metricPage(PAGES.callbacks, CallbacksPage);
