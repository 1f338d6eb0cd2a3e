import dynamic from "next/dynamic";
import type { ComponentType, ReactNode } from "react";

/** Loads a script before it is needed. */
export interface Preload {
  preload: () => void;
}

/**
 * The one way in which overlays are loaded: their script comes when they are first drawn, so that a press which comes
 * before it opens them as soon as it is there; or earlier, when `preload` asks for it. None is drawn by the server.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, loading?: () => ReactNode) {
  // A preload that fails is tried again, and told, when the component is drawn.
  return Object.assign(dynamic(load, { ssr: false, loading }), { preload: () => void load().catch(() => {}) });
}

/** What a button takes to load what it opens as soon as the pointer or the focus is on it. */
export function foresee(...parts: readonly Preload[]) {
  const preload = () => {
    for (const part of parts) {
      part.preload();
    }
  };
  return { onHoverStart: preload, onFocus: preload };
}
