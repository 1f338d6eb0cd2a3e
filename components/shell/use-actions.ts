"use client";

import { usePathname, useRouter } from "next/navigation";
import { useApp } from "@/components/data/app-context";
import { useRange } from "@/components/data/use-range";
import { useView } from "@/components/data/use-view";
import { datePresets } from "@/components/ui/date/date-presets";
import { hrefOf } from "@/lib/shared/view";
import type { KeyAction } from "./keys";
import { rangePageAt } from "./pages";
import { useOpenOverlay } from "./shell-context";

/** Carries out what a key or a command asks for. @returns whether there was something to do. */
export function useActions(): (action: KeyAction) => boolean {
  const [view, setView] = useView();
  const { setRange, shiftRange } = useRange();
  const { today } = useApp();
  const router = useRouter();
  const open = useOpenOverlay();
  const hasRange = rangePageAt(usePathname()) !== undefined;
  return (action) => {
    if (action.kind === "page") {
      router.push(hrefOf(action.path, view));
    } else if (action.kind === "help" || action.kind === "commands") {
      open(action.kind);
    } else if (action.kind === "search") {
      return focusSearch();
    } else if (!hasRange) {
      return false;
    } else if (action.kind === "compare") {
      setView(({ compare }) => ({ compare: compare ? null : "previous" }));
    } else if (action.kind === "shift") {
      shiftRange(action.direction);
    } else if (action.kind === "range") {
      const preset = datePresets(today).find(({ id }) => id === action.range);
      if (preset) {
        setRange({ from: preset.from, to: preset.to });
      }
    }
    return true;
  };
}

/** The page's search where it has one, else the way to add a filter. */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLElement>("main input[type=search], header input[type=search]");
  const button = document.querySelector<HTMLElement>("[data-add-filter]");
  field?.focus();
  if (!field) {
    button?.focus();
    button?.click();
  }
  return Boolean(field ?? button);
}
