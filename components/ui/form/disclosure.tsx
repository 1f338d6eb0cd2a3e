"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

interface Props {
  summary: ReactNode;
  summaryClassName?: string;
  className?: string;
  /** Drawn only while it is open. */
  children: () => ReactNode;
}

/** What opens under a line of its own: the browser's own element, so that it works before its script is there. */
export function Disclosure({ summary, summaryClassName = "", className, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const [isOpen, setOpen] = useState(false);
  // It may have been opened before it could tell.
  useEffect(() => setOpen(details.current?.open ?? false), []);
  return (
    <details ref={details} className={className} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={`cursor-pointer ${summaryClassName}`}>{summary}</summary>
      {isOpen && children()}
    </details>
  );
}
