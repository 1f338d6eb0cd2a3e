"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { isForPage } from "./key-target";
import { COMMAND_KEY, findBinding } from "./keys";
import { useActions } from "./use-actions";

/** How long the second key of two may take. */
const PREFIX_MS = 1500;

/** Listens for the keys of the product, on every page; `isBusy` while an overlay has the keyboard, or is on its way. */
export function useKeys(isBusy: boolean): void {
  const run = useActions();
  const before = useRef<{ key: string; at: number } | null>(null);
  const press = useEffectEvent((event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === COMMAND_KEY) {
      event.preventDefault();
      run({ kind: "commands" });
      return;
    }
    const target = event.target instanceof Element ? event.target : null;
    if (isBusy || !isForPage(event, target)) {
      before.current = null;
      return;
    }
    const prefix = before.current && event.timeStamp - before.current.at < PREFIX_MS ? before.current.key : null;
    before.current = null;
    const found = findBinding(event.key, prefix);
    if (found && "prefix" in found) {
      before.current = { key: found.prefix, at: event.timeStamp };
    } else if (found && run(found.action)) {
      event.preventDefault();
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
