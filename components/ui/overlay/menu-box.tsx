"use client";

import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import type { RefObject } from "react";
import { Menu, MenuItem, Popover, RouterProvider } from "react-aria-components";
import { ITEM_CLASS, SURFACE_CLASS } from "./surface-class";

export interface MenuAction {
  id: string;
  label: string;
  /** Said at the end of the row: a key or a state. */
  hint?: string;
  onAction?: () => void;
  href?: string;
  isDisabled?: boolean;
  /** Whether it is the choice in force, where the menu is a choice. */
  isChosen?: boolean;
}

interface Props {
  triggerRef: RefObject<HTMLElement | null>;
  label: string;
  items: readonly MenuAction[];
  onClose: () => void;
}

/** An open menu. */
export function MenuBox({ triggerRef, label, items, onClose }: Props) {
  const router = useRouter();
  const isChoice = items.some((item) => item.isChosen !== undefined);
  const choice = {
    selectionMode: "single",
    disallowEmptySelection: true,
    selectedKeys: items.filter((item) => item.isChosen).map((item) => item.id),
  } as const;
  return (
    <RouterProvider navigate={(href) => router.push(href)}>
      <Popover
        triggerRef={triggerRef}
        isOpen
        onOpenChange={onClose}
        placement="bottom end"
        offset={4}
        className={`${SURFACE_CLASS} min-w-40 overflow-auto`}
      >
        <Menu
          aria-label={label}
          autoFocus="first"
          onClose={onClose}
          {...(isChoice && choice)}
          className="p-1 outline-none"
        >
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              onAction={item.onAction}
              href={item.href}
              isDisabled={item.isDisabled}
              className={`${ITEM_CLASS} group`}
            >
              {isChoice && <Check aria-hidden className="invisible size-3.5 group-data-selected:visible" />}
              {item.label}
              {item.hint && <span className="ml-auto pl-4 text-ink-3 text-s">{item.hint}</span>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </RouterProvider>
  );
}
