"use client";

import { useQueryStates } from "nuqs";
import { type ReactNode, useState } from "react";
import { lazyOverlay } from "@/components/ui/overlay/lazy-overlay";
import { clampSeconds, kioskPages, kioskParsers } from "./kiosk";
import { ShellContext, type ShellOverlay } from "./shell-context";
import { useKeys } from "./use-keys";

const CommandMenu = lazyOverlay(() => import("./command-menu").then((file) => file.CommandMenu));
const KeysHelp = lazyOverlay(() => import("./keys-help").then((file) => file.KeysHelp));
const KioskRotation = lazyOverlay(() => import("./kiosk-rotation").then((file) => file.KioskRotation));
const KioskStart = lazyOverlay(() => import("./kiosk-start").then((file) => file.KioskStart));

/** What stands around every page: the keys, and the overlays that belong to no page, loaded when first opened. */
export function Shell({ children }: { children: ReactNode }) {
  const [overlay, setOverlay] = useState<ShellOverlay | null>(null);
  const close = () => setOverlay(null);
  return (
    <ShellContext value={setOverlay}>
      <Keys isBusy={overlay !== null} />
      <KioskMode />
      {children}
      {overlay === "commands" && <CommandMenu onClose={close} />}
      {overlay === "help" && <KeysHelp onClose={close} />}
      {overlay === "wall" && <KioskStart onClose={close} />}
    </ShellContext>
  );
}

function Keys({ isBusy }: { isBusy: boolean }) {
  useKeys(isBusy);
  return null;
}

/** Rotates the chosen pages, large and without controls, while the URL says so. */
function KioskMode() {
  const [{ wall, seconds }, setWall] = useQueryStates(kioskParsers, { history: "replace" });
  const isOn = kioskPages(wall).length > 0;
  return isOn ? (
    <KioskRotation
      names={wall}
      seconds={clampSeconds(seconds)}
      onEnd={() => void setWall({ wall: null, seconds: null })}
    />
  ) : null;
}
