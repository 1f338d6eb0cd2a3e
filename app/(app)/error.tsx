"use client";

import { Failure } from "@/components/ui/panel/panel-state";

/** A page that could not be made; the menu stays. */
export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return (
    <main id="main" className="py-16">
      <Failure message="This page could not be made. The server’s log says more." onRetry={reset} />
    </main>
  );
}
