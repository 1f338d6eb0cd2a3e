"use client";

import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/form/button";

interface Toast {
  id: number;
  message: string;
  tone: "neutral" | "bad";
}

const SHOWN_MILLISECONDS = 6000;
const NONE: readonly Toast[] = [];
let toasts: readonly Toast[] = NONE;
let lastId = 0;
const listeners = new Set<() => void>();

function setToasts(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) {
    listener();
  }
}

function dismiss(id: number): void {
  setToasts(toasts.filter((toast) => toast.id !== id));
}

/** Says something in passing at the foot of the window; a bad one stays until it is closed. */
export function showToast(message: string, tone: Toast["tone"] = "neutral"): void {
  lastId += 1;
  const id = lastId;
  setToasts([...toasts, { id, message, tone }]);
  if (tone === "neutral") {
    setTimeout(() => dismiss(id), SHOWN_MILLISECONDS);
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where toasts appear; once, in the layout, so that the live region is there before the first message. */
export function ToastRegion() {
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => NONE,
  );
  return (
    <section
      aria-label="Messages"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-4 max-md:bottom-18 z-50 grid justify-items-center gap-2"
    >
      {shown.map(({ id, message, tone }) => (
        <div
          key={id}
          className={`pointer-events-auto flex max-w-[480px] items-center gap-2 rounded-panel border bg-raised py-1 pr-1 pl-3 ${tone === "bad" ? "border-bad" : "border-line-strong"}`}
        >
          <span>{message}</span>
          <Button variant="ghost" isIcon aria-label="Close message" onPress={() => dismiss(id)}>
            <X aria-hidden />
          </Button>
        </div>
      ))}
    </section>
  );
}
