"use client";

import { useEffect, useState } from "react";

/** Long enough for the first paint and its charts, short enough to be before the first press. */
const QUIET_MS = 1500;

/** Becomes true after the first paint: time to fetch what is only likely to be needed. */
export function useQuietTime(): boolean {
  const [isQuiet, setQuiet] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setQuiet, QUIET_MS, true);
    return () => clearTimeout(timer);
  }, []);
  return isQuiet;
}
