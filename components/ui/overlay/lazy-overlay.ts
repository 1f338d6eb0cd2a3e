import dynamic from "next/dynamic";
import type { ComponentType, ReactNode } from "react";

/** Loads a component's script before it is needed. */
export interface Preload {
  preload: () => void;
}

/**
 * An overlay whose script is loaded when it is first drawn, or earlier by `preload`; never by the server. A press that
 * comes before the script opens the overlay once the script is there.
 */
export function lazyOverlay<P extends object>(load: () => Promise<ComponentType<P>>, loading?: () => ReactNode) {
  // A preload that fails is tried again when the component is drawn, and fails visibly there.
  return Object.assign(dynamic(load, { ssr: false, loading }), { preload: () => void load().catch(() => {}) });
}

/** Props of a button that preload what it opens as soon as the pointer or the focus is on it. */
export function preloadOnIntent(...parts: readonly Preload[]) {
  const preload = () => {
    for (const part of parts) {
      part.preload();
    }
  };
  return { onHoverStart: preload, onFocus: preload };
}
