"use client";

import { memo, type ReactNode, type Ref, useRef, useState } from "react";
import { Button } from "@/components/ui/form/button";
import type { ButtonLook } from "@/components/ui/form/button-class";
import { lazyOverlay, preloadOnIntent } from "./lazy-overlay";
import type { MenuAction } from "./menu-box";

const MenuBox = lazyOverlay(() => import("./menu-box").then((file) => file.MenuBox));

interface Props extends ButtonLook {
  /** The button's content. */
  children: ReactNode;
  /** Name of the menu, and of the button where it is an icon alone. */
  label: string;
  items: readonly MenuAction[];
}

/** A button that opens a menu of actions and links; the menu's script is loaded when it is first opened. */
export function MenuButton({ children, label, items, ...look }: Props) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Trigger ref={trigger} label={label} isOpen={isOpen} onOpen={setOpen} {...look}>
        {children}
      </Trigger>
      {isOpen && <MenuBox triggerRef={trigger} label={label} items={items} onClose={() => setOpen(false)} />}
    </>
  );
}

interface TriggerProps extends Omit<Props, "items"> {
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  ref: Ref<HTMLButtonElement>;
}

/** Every panel has one: what its actions would do now is none of its business. */
const Trigger = memo(function Trigger({ label, isOpen, onOpen, ...button }: TriggerProps) {
  return (
    <Button
      aria-label={button.isIcon ? label : undefined}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onPress={() => onOpen(true)}
      {...preloadOnIntent(MenuBox)}
      {...button}
    />
  );
});
