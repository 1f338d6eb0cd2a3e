"use client";

import type { ReactElement, ReactNode } from "react";
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from "react-aria-components";
import { SURFACE_CLASS } from "./surface-class";

interface Props {
  content: ReactNode;
  /** Something that takes focus; a react-aria button as it is, any other element with `isNative`. */
  children: ReactElement;
  isNative?: boolean;
}

/** A short text on hover and on keyboard focus; Escape puts it away. */
export function Tooltip({ content, children, isNative = false }: Props) {
  return (
    <TooltipTrigger delay={400} closeDelay={100}>
      {/* Focusable asks for an element with a role, which only the caller can know. */}
      {isNative ? <Focusable>{children as ReactElement<{ role?: string }, "span">}</Focusable> : children}
      <AriaTooltip offset={6} className={`${SURFACE_CLASS} max-w-72 px-2.5 py-1.5 text-s`}>
        {content}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
