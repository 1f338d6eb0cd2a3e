"use client";

import Link from "next/link";
import type { ReactNode } from "react";

interface Props {
  label: string;
  href?: string;
  onSelect?: () => void;
  className: string;
  /** Whether it is the one that is looked into. */
  isCurrent?: boolean;
  children: ReactNode;
}

/** A row of an HTML chart: a link, a button, or neither, by what it leads to. */
export function ChartRow({ label, href, onSelect, className, isCurrent = false, children }: Props) {
  const look = `${className} -mx-1.5 rounded-small px-1.5 ${isCurrent ? "bg-sunken font-semibold" : ""}`;
  const action = "cursor-pointer text-left text-inherit hover:bg-sunken";
  if (href !== undefined) {
    return (
      <Link data-point="" href={href} prefetch={false} aria-label={label} title={label} className={`${look} ${action}`}>
        {children}
      </Link>
    );
  }
  if (onSelect) {
    return (
      <button
        data-point=""
        type="button"
        onClick={onSelect}
        aria-label={label}
        aria-current={isCurrent || undefined}
        title={label}
        className={`${look} ${action}`}
      >
        {children}
      </button>
    );
  }
  return (
    <div title={label} className={look}>
      {children}
    </div>
  );
}
