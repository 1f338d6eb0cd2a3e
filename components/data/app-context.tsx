"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Role } from "@/lib/shared/roles";

export interface AppFacts {
  person: { name: string; email: string; role: Role };
  /** The report's IANA zone, in which all times are shown. */
  timeZone: string;
  /** Today's local day there. */
  today: string;
}

const Context = createContext<AppFacts | null>(null);

export function AppProvider({ facts, children }: { facts: AppFacts; children: ReactNode }) {
  return <Context value={facts}>{children}</Context>;
}

/** Facts that every page needs and no URL holds. */
export function useApp(): AppFacts {
  const facts = useContext(Context);
  if (!facts) {
    throw new Error("useApp needs an AppProvider above it.");
  }
  return facts;
}
