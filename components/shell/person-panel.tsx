"use client";

import Link from "next/link";
import type { AppFacts } from "@/components/data/app-context";
import { signOut } from "@/components/data/auth-requests";
import { Button } from "@/components/ui/form/button";
import { buttonClass } from "@/components/ui/form/button-class";
import { ThemeToggle } from "@/components/ui/theme/theme-toggle";

/** Under which address somebody is signed in, the choice of theme, the account, and the way out. */
export function PersonPanel({ person, onClose }: { person: AppFacts["person"]; onClose: () => void }) {
  return (
    <div className="grid gap-3 p-3">
      <p>
        <b className="block font-semibold">{person.email}</b>
        <span className="text-ink-3 capitalize">{person.role}</span>
      </p>
      <ThemeToggle />
      <Link href="/settings/account" onClick={onClose} className={buttonClass()}>
        Account and password
      </Link>
      <Button onPress={() => void signOut()} className="justify-center">
        Sign out
      </Button>
    </div>
  );
}
