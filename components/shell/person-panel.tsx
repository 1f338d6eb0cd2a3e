"use client";

import type { AppFacts } from "@/components/data/app-context";
import { Button } from "@/components/ui/button";
import { ThemeToggle } from "@/components/ui/theme-toggle";

/** Under which address somebody is signed in, the choice of theme, and the way out. */
export function PersonPanel({ email, role }: AppFacts["person"]) {
  return (
    <div className="grid gap-3 p-3">
      <p>
        <b className="block font-semibold">{email}</b>
        <span className="text-ink-3 capitalize">{role}</span>
      </p>
      <ThemeToggle />
      <Button onPress={() => void signOut()} className="justify-center">
        Sign out
      </Button>
    </div>
  );
}

async function signOut(): Promise<void> {
  await fetch("/api/auth/sign-out", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
  window.location.assign("/sign-in");
}
