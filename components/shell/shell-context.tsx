"use client";

import { createContext, useContext } from "react";

export type ShellOverlay = "commands" | "help" | "wall";

/** Opens one of the overlays that belong to no page. */
export const ShellContext = createContext<(overlay: ShellOverlay) => void>(() => {});

export function useOpenOverlay(): (overlay: ShellOverlay) => void {
  return useContext(ShellContext);
}
