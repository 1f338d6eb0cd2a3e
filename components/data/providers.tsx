"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { I18nProvider, RouterProvider } from "react-aria-components";
import { LiveUpdates } from "./live-updates";
import { mayRetry } from "./queries";

/** What every page behind the sign-in stands in. */
export function Providers({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: mayRetry, refetchOnWindowFocus: false } } }),
  );
  return (
    <NuqsAdapter>
      <QueryClientProvider client={client}>
        <I18nProvider locale="en-GB">
          <RouterProvider navigate={(href) => router.push(href)}>
            <LiveUpdates />
            {children}
          </RouterProvider>
        </I18nProvider>
      </QueryClientProvider>
    </NuqsAdapter>
  );
}
