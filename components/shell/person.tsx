"use client";

import { useApp } from "@/components/data/app-context";
import { Button } from "@/components/ui/form/button";
import { lazyOverlay } from "@/components/ui/overlay/lazy-overlay";
import { Popover } from "@/components/ui/overlay/popover";

const PersonPanel = lazyOverlay(() => import("./person-panel").then((file) => file.PersonPanel));

/** Who is signed in, with the choice of theme and the way out. */
export function Person() {
  const { person } = useApp();
  const initials = person.name
    .split(/\s+/)
    .map((part) => part.charAt(0).toUpperCase())
    .slice(0, 2)
    .join("");
  const trigger = (
    <Button variant="ghost" className="min-w-0" aria-label={`${person.name}: theme and sign-out`}>
      <span
        aria-hidden
        // Drawn by the style, so that they are no words that the button would have to be called by (WCAG 2.5.3).
        data-initials={initials}
        className="grid size-6 shrink-0 place-items-center rounded-full border border-line bg-sunken font-semibold text-ink-2 text-xs before:content-[attr(data-initials)]"
      />
      <span className="truncate max-md:hidden">{person.name}</span>
    </Button>
  );
  return (
    <Popover trigger={trigger} label="You and this screen" placement="top start" content={PersonPanel}>
      {(close) => <PersonPanel person={person} onClose={close} />}
    </Popover>
  );
}
