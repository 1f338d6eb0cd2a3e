"use client";

import { memo, type ReactNode } from "react";

interface Props {
  /** Whether what is drawn stays as it is. */
  isStill: boolean;
  /** What it is drawn as: it is drawn anew when that changes. */
  as?: unknown;
  children: ReactNode;
}

/** Leaves old numbers as they are drawn while new ones load: to draw them once more would keep the new ones waiting. */
export const Still = memo(
  ({ children }: Props) => children,
  (before, next) => next.isStill && before.as === next.as,
);
