import type { ReactNode } from "react";
import { Wordmark } from "./wordmark";

/** The frame of the pages before the sign-in. */
export function AuthLayout({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <div className="w-full max-w-[360px]">
        <div className="flex justify-center pb-4">
          <Wordmark />
        </div>
        <div className="rounded-panel border border-line bg-surface p-6">
          <h1 className="pb-4 font-semibold text-l">{title}</h1>
          {children}
        </div>
      </div>
    </main>
  );
}
