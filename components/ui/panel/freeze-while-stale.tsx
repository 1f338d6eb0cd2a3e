"use client";

import { memo, type ReactNode } from "react";

interface Props {
  /** Whether the children show old data while new data loads. */
  isStale: boolean;
  /** How it is drawn (chart or table): a change draws it anew all the same. */
  as?: unknown;
  children: ReactNode;
}

/** Skips rendering old data while new data loads: rendering it once more would only delay the new data. */
export const FreezeWhileStale = memo(
  ({ children }: Props) => children,
  (before, next) => next.isStale && before.as === next.as,
);
