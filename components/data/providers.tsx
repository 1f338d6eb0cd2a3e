"use client";

import { notifyManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { LiveUpdates } from "./live-updates";
import { mayRetry } from "./queries";
import { ViewProvider } from "./view-provider";

// Answers that come together are drawn together.
notifyManager.setScheduler(queueMicrotask);

/** What every page behind the sign-in stands in. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: mayRetry, refetchOnWindowFocus: false } } }),
  );
  return (
    <NuqsAdapter>
      <QueryClientProvider client={client}>
        <I18nProvider locale="en-GB">
          <LiveUpdates />
          <ViewProvider>{children}</ViewProvider>
        </I18nProvider>
      </QueryClientProvider>
    </NuqsAdapter>
  );
}
