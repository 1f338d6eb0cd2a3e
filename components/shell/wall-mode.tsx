"use client";

import { useQueryStates } from "nuqs";
import { later } from "@/components/ui/later";
import { clampSeconds, wallPages, wallParsers } from "./wall";

const WallTurns = later(() => import("./wall-turns").then((file) => file.WallTurns));

/** Shows chosen pages in turn, large and without controls, as long as the URL says so. */
export function WallMode() {
  const [{ wall, seconds }, setWall] = useQueryStates(wallParsers, { history: "replace" });
  const isOn = wallPages(wall).length > 0;
  return isOn ? (
    <WallTurns names={wall} seconds={clampSeconds(seconds)} onEnd={() => void setWall({ wall: null, seconds: null })} />
  ) : null;
}
