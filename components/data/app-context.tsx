"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { MINUTE_MS } from "@/lib/shared/instants";
import type { Role } from "@/lib/shared/roles";

export interface AppFacts {
  person: { name: string; email: string; role: Role };
  /** The report's IANA zone, in which all times are shown. */
  timeZone: string;
  /** Today's local day there. */
  today: string;
}

const Context = createContext<AppFacts | null>(null);

interface ProviderProps {
  facts: AppFacts;
  /** The one reader of the browser's clock, in Unix milliseconds. */
  now?: () => number;
  children: ReactNode;
}

export function AppProvider({ facts, now = Date.now, children }: ProviderProps) {
  const today = useToday(facts, now);
  return <Context value={{ ...facts, today }}>{children}</Context>;
}

const LOOK_EVERY_MS = MINUTE_MS;

/** A page stays open for days: on a desk, on a wall. */
function useToday({ today, timeZone }: AppFacts, now: () => number): string {
  const [day, setDay] = useState(today);
  useEffect(() => {
    const look = () => setDay(new Date(now()).toLocaleDateString("sv-SE", { timeZone }));
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [timeZone, now]);
  return day;
}

/** Facts that every page needs and no URL holds. */
export function useApp(): AppFacts {
  const facts = useContext(Context);
  if (!facts) {
    throw new Error("useApp needs an AppProvider above it.");
  }
  return facts;
}
