"use client";

import { useApp } from "@/components/data/app-context";
import { MenuButton } from "@/components/ui/menu";
import { ThemeToggle } from "@/components/ui/theme-toggle";

/** Who is signed in, with the way out, and the choice of theme. */
export function Person() {
  const { person } = useApp();
  const initials = person.name
    .split(/\s+/)
    .map((part) => part.charAt(0).toUpperCase())
    .slice(0, 2)
    .join("");
  return (
    <div className="mt-auto flex items-center gap-2 border-line border-t pt-2.5 max-md:mt-0 max-md:ml-auto max-md:border-t-0 max-md:pt-0">
      <MenuButton
        label={`${person.name}, signed in`}
        variant="ghost"
        items={[
          { id: "who", label: person.email, hint: person.role, isDisabled: true },
          { id: "sign-out", label: "Sign out", onAction: () => void signOut() },
        ]}
      >
        <span
          aria-hidden
          className="grid size-6 shrink-0 place-items-center rounded-full border border-line bg-sunken font-semibold text-ink-2 text-xs"
        >
          {initials}
        </span>
        <span className="max-w-24 truncate max-md:hidden">{person.name}</span>
      </MenuButton>
      <span className="md:ml-auto">
        <ThemeToggle />
      </span>
    </div>
  );
}

async function signOut(): Promise<void> {
  await fetch("/api/auth/sign-out", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
  window.location.assign("/sign-in");
}
