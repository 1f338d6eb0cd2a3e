"use client";

import { type ReactNode, useEffect, useState } from "react";
import { type PlotGap, PlotSurroundings } from "@/components/charts/plot/plot-context";
import { Dialog } from "@/components/ui/overlay/dialog";

interface Props {
  title: string;
  note: ReactNode;
  gaps: readonly PlotGap[];
  onClose: () => void;
  children: ReactNode;
}

/** What the dialog's own edge, title, note and legend take of the window's height. */
const AROUND = 190;
const LEAST = 220;

/** A panel that fills the window; its charts grow with it. Escape closes it, and so does Back. */
export function FullScreen({ title, note, gaps, onClose, children }: Props) {
  const [height, setHeight] = useState(() => window.innerHeight);
  useEffect(() => {
    const measure = () => setHeight(window.innerHeight);
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, []);
  return (
    <Dialog title={title} size="full" isOpen onOpenChange={onClose}>
      {note && <p className="pb-3 text-ink-3 text-s">{note}</p>}
      <PlotSurroundings height={Math.max(LEAST, height - AROUND)} gaps={gaps}>
        {children}
      </PlotSurroundings>
    </Dialog>
  );
}
