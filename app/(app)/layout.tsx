import { HydrationBoundary } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { pageSession, prefetchStatus } from "@/app/_server/page";
import { AppProvider } from "@/components/data/app-context";
import { Providers } from "@/components/data/providers";
import { Shell } from "@/components/shell/shell";
import { PhoneTop, SideNav } from "@/components/shell/side-nav";
import { ToastRegion } from "@/components/ui/overlay/toast";
import { SkipLink } from "@/components/ui/theme/skip-link";
import { localDayOf } from "@/lib/shared/range";

/** The frame of every page behind the sign-in. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const { runtime, session } = await pageSession();
  const { name, email, role } = session.person;
  const today = localDayOf(runtime.clock.now(), runtime.timeZone).toString();
  // The sync status stands above the page: filled in later, it would push the page down.
  const status = await prefetchStatus(runtime);
  return (
    <AppProvider facts={{ person: { name, email, role }, timeZone: runtime.timeZone, today }}>
      <Providers>
        <HydrationBoundary state={status}>
          <SkipLink />
          <Shell>
            <div className="app-frame">
              <SideNav />
              <div className="min-w-0">
                <PhoneTop />
                {children}
              </div>
            </div>
          </Shell>
          <ToastRegion />
        </HydrationBoundary>
      </Providers>
    </AppProvider>
  );
}
