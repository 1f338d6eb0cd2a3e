"use client";

import { useQueryStates } from "nuqs";
import { type ReactNode, useState } from "react";
import { lazyOverlay } from "@/components/ui/overlay/lazy-overlay";
import { ShellContext, type ShellOverlay } from "./shell-context";
import { useKeys } from "./use-keys";
import { clampSeconds, wallPages, wallParsers } from "./wall";

const CommandMenu = lazyOverlay(() => import("./command-menu").then((file) => file.CommandMenu));
const KeysHelp = lazyOverlay(() => import("./keys-help").then((file) => file.KeysHelp));
const KioskRotation = lazyOverlay(() => import("./kiosk-rotation").then((file) => file.KioskRotation));
const WallStart = lazyOverlay(() => import("./wall-start").then((file) => file.WallStart));

/** What stands around every page: the keys, and the overlays that belong to no page, loaded when first opened. */
export function Shell({ children }: { children: ReactNode }) {
  const [overlay, setOverlay] = useState<ShellOverlay | null>(null);
  const close = () => setOverlay(null);
  return (
    <ShellContext value={setOverlay}>
      <Keys isBusy={overlay !== null} />
      <WallMode />
      {children}
      {overlay === "commands" && <CommandMenu onClose={close} />}
      {overlay === "help" && <KeysHelp onClose={close} />}
      {overlay === "wall" && <WallStart onClose={close} />}
    </ShellContext>
  );
}

function Keys({ isBusy }: { isBusy: boolean }) {
  useKeys(isBusy);
  return null;
}

/** Shows chosen pages in turn, large and without controls, as long as the URL says so. */
function WallMode() {
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
