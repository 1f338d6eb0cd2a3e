"use client";

import { cloneElement, type ReactElement, type ReactNode, useRef, useState } from "react";
import type { PopoverProps } from "react-aria-components";
import type { ButtonProps } from "@/components/ui/form/button";
import { lazyOverlay, type Preload, preloadOnIntent } from "./lazy-overlay";

const PopoverBox = lazyOverlay(() => import("./popover-box").then((file) => file.PopoverBox));

interface Props {
  /** The button that opens it. */
  trigger: ReactElement<ButtonProps>;
  /** Name for assistive technology. */
  label: string;
  /** Content, or a function that is handed the way to close. */
  children: ReactNode | ((close: () => void) => ReactNode);
  /** The part of the content that is loaded later, to be loaded along with the popover. */
  content?: Preload;
  placement?: PopoverProps["placement"];
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

/** A panel that hangs from a button; Escape and a click elsewhere close it. Its script is loaded when first opened. */
export function Popover({ trigger, children, content = PopoverBox, ...props }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOwnOpen, setOwnOpen] = useState(false);
  const isOpen = props.isOpen ?? isOwnOpen;
  const setOpen = props.onOpenChange ?? setOwnOpen;
  return (
    <>
      {cloneElement(trigger, {
        ref: button,
        "aria-expanded": isOpen,
        onPress: () => setOpen(true),
        ...preloadOnIntent(PopoverBox, content),
      })}
      {isOpen && (
        <PopoverBox triggerRef={button} label={props.label} placement={props.placement} onClose={() => setOpen(false)}>
          {children}
        </PopoverBox>
      )}
    </>
  );
}
