"use client";

import { useQueryStates } from "nuqs";
import { lazyOverlay } from "@/components/ui/overlay/lazy-overlay";
import { clampSeconds, wallPages, wallParsers } from "./wall";

const KioskRotation = lazyOverlay(() => import("./kiosk-rotation").then((file) => file.KioskRotation));

/** Shows chosen pages in turn, large and without controls, as long as the URL says so. */
export function WallMode() {
  const [{ wall, seconds }, setWall] = useQueryStates(wallParsers, { history: "replace" });
  const isOn = wallPages(wall).length > 0;
  return isOn ? (
    <KioskRotation
      names={wall}
      seconds={clampSeconds(seconds)}
      onEnd={() => void setWall({ wall: null, seconds: null })}
    />
  ) : null;
}
