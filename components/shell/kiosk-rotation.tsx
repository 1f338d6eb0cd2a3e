"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "@/components/ui/form/button";
import { MINUTE_MS } from "@/lib/shared/instants";
import { kioskPages, nextPage } from "./kiosk";

/** How long the rotation pauses after a mouse or keyboard event. */
const PAUSE_MS = MINUTE_MS;
const TOUCHES = ["pointerdown", "pointermove", "wheel", "keydown"] as const;

/** Brings the first panel up that the screen does not show whole. @returns whether there was one further down. */
function showNextPanels(): boolean {
  const { innerHeight, scrollY } = window;
  const next = [...document.querySelectorAll("main section")].find((panel) => {
    const { top, bottom } = panel.getBoundingClientRect();
    return top > 1 && bottom > innerHeight;
  });
  next?.scrollIntoView({ block: "start" });
  return window.scrollY > scrollY;
}

interface Props {
  names: readonly string[];
  seconds: number;
  onEnd: () => void;
}

/** Rotates the pages of kiosk mode; Escape ends it. */
export function KioskRotation({ names, seconds, onEnd }: Props) {
  const [isPaused, setPaused] = useState(false);
  const pathname = usePathname();
  const router = useRouter();
  const turn = useEffectEvent(() => {
    if (showNextPanels()) {
      return;
    }
    const page = nextPage(kioskPages(names), pathname);
    if (page && page.path !== pathname) {
      router.replace(`${page.path}${window.location.search}`);
    } else {
      window.scrollTo({ top: 0 });
    }
  });
  const end = useEffectEvent(() => {
    if (document.fullscreenElement) {
      void document.exitFullscreen();
    }
    onEnd();
  });
  useEffect(() => {
    document.documentElement.dataset.wall = "";
    return () => {
      delete document.documentElement.dataset.wall;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page has its own whole time
  useEffect(() => {
    const timer = isPaused ? undefined : setInterval(() => turn(), seconds * 1000);
    return () => clearInterval(timer);
  }, [isPaused, seconds, pathname]);
  useEffect(() => {
    let goOn: ReturnType<typeof setTimeout> | undefined;
    const touch = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key === "Escape") {
        end();
        return;
      }
      clearTimeout(goOn);
      goOn = setTimeout(() => setPaused(false), PAUSE_MS);
      setPaused(true);
    };
    // Escape leaves the browser's full screen without telling the page of the key.
    const leave = () => document.fullscreenElement === null && end();
    for (const name of TOUCHES) {
      window.addEventListener(name, touch, { passive: true });
    }
    document.addEventListener("fullscreenchange", leave);
    return () => {
      clearTimeout(goOn);
      for (const name of TOUCHES) {
        window.removeEventListener(name, touch);
      }
      document.removeEventListener("fullscreenchange", leave);
    };
  }, []);
  return isPaused ? (
    <section
      aria-label="Wall"
      className="fixed right-4 bottom-4 z-50 flex items-center gap-2 rounded-panel border border-line-strong bg-raised py-1.5 pr-1.5 pl-3"
    >
      <span>Paused while you look</span>
      <Button onPress={() => setPaused(false)}>Go on</Button>
      <Button onPress={() => end()}>End the wall</Button>
    </section>
  ) : null;
}
