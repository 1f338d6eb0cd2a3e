"use client";

import type { ReactNode } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Button } from "./button";
import type { ButtonLook } from "./button-class";
import { ITEM_CLASS, SURFACE_CLASS } from "./surface-class";

export interface MenuAction {
  id: string;
  label: string;
  /** Said at the end of the row: a key or a state. */
  hint?: string;
  onAction?: () => void;
  href?: string;
  isDisabled?: boolean;
}

interface Props extends ButtonLook {
  /** The button's content. */
  children: ReactNode;
  /** Name of the menu, and of the button where it is an icon alone. */
  label: string;
  items: readonly MenuAction[];
}

/** A button that opens a menu of actions and links. */
export function MenuButton({ children, label, items, ...look }: Props) {
  return (
    <MenuTrigger>
      <Button aria-label={look.isIcon ? label : undefined} {...look}>
        {children}
      </Button>
      <Popover placement="bottom end" offset={4} className={`${SURFACE_CLASS} min-w-40 overflow-auto`}>
        <Menu aria-label={label} className="p-1 outline-none">
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              onAction={item.onAction}
              href={item.href}
              isDisabled={item.isDisabled}
              className={ITEM_CLASS}
            >
              {item.label}
              {item.hint && <span className="ml-auto pl-4 text-ink-3 text-s">{item.hint}</span>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
