"use client";

import { useSyncExternalStore } from "react";

const EVENTS = ["hashchange", "popstate"] as const;

function subscribe(change: () => void): () => void {
  for (const event of EVENTS) window.addEventListener(event, change);
  return () => {
    for (const event of EVENTS) window.removeEventListener(event, change);
  };
}

/** The part of the address after #, empty on the server. CSS’s `:target` does not see it after a client-side step. */
export function useHash(): string {
  return useSyncExternalStore(
    subscribe,
    () => window.location.hash.slice(1),
    () => "",
  );
}
