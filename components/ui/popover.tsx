"use client";

import type { ReactNode } from "react";
import { Popover as AriaPopover, Dialog, DialogTrigger, type PopoverProps } from "react-aria-components";
import { SURFACE_CLASS } from "./surface-class";

interface Props {
  /** The button that opens it. */
  trigger: ReactNode;
  /** Name for assistive technology. */
  label: string;
  /** Content, or a function that is handed the way to close. */
  children: ReactNode | ((close: () => void) => ReactNode);
  placement?: PopoverProps["placement"];
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

/** A panel that hangs from a button; Escape and a click elsewhere close it. */
export function Popover({ trigger, label, children, placement = "bottom start", isOpen, onOpenChange }: Props) {
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <AriaPopover
        placement={placement}
        offset={4}
        className={`${SURFACE_CLASS} max-w-[calc(100vw-16px)] overflow-auto`}
      >
        <Dialog aria-label={label} className="outline-none">
          {({ close }) => (typeof children === "function" ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
