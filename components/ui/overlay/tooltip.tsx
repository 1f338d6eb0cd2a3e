"use client";

import { cloneElement, type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { ButtonProps } from "@/components/ui/form/button";
import { lazyOverlay } from "./lazy-overlay";

const TooltipBox = lazyOverlay(() => import("./tooltip-box").then((file) => file.TooltipBox));

/** Longer than a pointer takes on its way across; and long enough to reach the text itself. */
const OPEN_MS = 400;
const CLOSE_MS = 100;

interface Props {
  content: ReactNode;
  children: ReactElement<ButtonProps>;
}

/** A short text on a button's hover and keyboard focus; Escape puts it away. Its script is loaded when first shown. */
export function Tooltip({ content, children }: Props) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isOpen, setOpen] = useState(false);
  const show = (next: boolean, delayMs = 0) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(setOpen, delayMs, next);
  };
  const leave = (isAtOnce = false) => show(false, isAtOnce ? 0 : CLOSE_MS);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <>
      {cloneElement(children, {
        ref: trigger,
        "aria-describedby": isOpen ? id : undefined,
        onHoverStart: () => {
          TooltipBox.preload();
          show(true, OPEN_MS);
        },
        onHoverEnd: () => leave(),
        onFocus: ({ target }) => target.matches(":focus-visible") && show(true),
        onBlur: () => leave(true),
        onPressStart: () => leave(true),
      })}
      {isOpen && (
        <TooltipBox
          id={id}
          triggerRef={trigger}
          state={{ isOpen, shouldSkipAnimation: true, open: () => show(true), close: leave }}
        >
          {content}
        </TooltipBox>
      )}
    </>
  );
}
