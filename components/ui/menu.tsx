"use client";

import { type ReactNode, useRef, useState } from "react";
import { Button } from "./button";
import type { ButtonLook } from "./button-class";
import { foresee, later } from "./later";

const MenuBox = later(() => import("./menu-box").then((file) => file.MenuBox));

export interface MenuAction {
  id: string;
  label: string;
  /** Said at the end of the row: a key or a state. */
  hint?: string;
  onAction?: () => void;
  href?: string;
  isDownload?: boolean;
  isDisabled?: boolean;
  /** Whether it is the choice in force, where the menu is a choice. */
  isChosen?: boolean;
}

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
      <Button
        ref={trigger}
        aria-label={look.isIcon ? label : undefined}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPress={() => setOpen(true)}
        {...foresee(MenuBox)}
        {...look}
      >
        {children}
      </Button>
      {isOpen && <MenuBox triggerRef={trigger} label={label} items={items} onClose={() => setOpen(false)} />}
    </>
  );
}
