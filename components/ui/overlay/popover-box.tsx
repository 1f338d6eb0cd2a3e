"use client";

import type { ReactNode, RefObject } from "react";
import { Dialog, Popover, type PopoverProps } from "react-aria-components";
import { SURFACE_CLASS } from "./surface-class";

interface Props {
  triggerRef: RefObject<HTMLElement | null>;
  label: string;
  placement?: PopoverProps["placement"];
  onClose: () => void;
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** An open popover. */
export function PopoverBox({ triggerRef, label, placement = "bottom start", onClose, children }: Props) {
  return (
    <Popover
      triggerRef={triggerRef}
      trigger="DialogTrigger"
      isOpen
      onOpenChange={onClose}
      placement={placement}
      offset={4}
      className={`${SURFACE_CLASS} max-w-[calc(100vw-16px)] overflow-auto`}
    >
      <Dialog aria-label={label} className="outline-none">
        {typeof children === "function" ? children(onClose) : children}
      </Dialog>
    </Popover>
  );
}
