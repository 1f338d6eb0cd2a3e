"use client";

import { Check, Columns3 } from "lucide-react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Button } from "@/components/ui/form/button";
import { ITEM_CLASS, SURFACE_CLASS } from "@/components/ui/overlay/surface-class";
import { LIST_COLUMNS } from "./list-columns";
import { useColumns } from "./use-columns";

/** Which columns the list shows; at least one. */
export function ColumnsMenu() {
  const [columns, choose] = useColumns();
  return (
    <MenuTrigger>
      <Button variant="ghost" size="small">
        <Columns3 aria-hidden /> <span className="max-sm:sr-only">Columns</span>
      </Button>
      <Popover placement="bottom end" offset={4} className={`${SURFACE_CLASS} min-w-44 overflow-auto`}>
        <Menu
          aria-label="Columns"
          selectionMode="multiple"
          disallowEmptySelection
          selectedKeys={columns.map(({ id }) => id)}
          onSelectionChange={(keys) =>
            choose(new Set(keys === "all" ? LIST_COLUMNS.map(({ id }) => id) : [...keys].map(String)))
          }
          className="p-1 outline-none"
        >
          {LIST_COLUMNS.map(({ id, label }) => (
            <MenuItem key={id} id={id} textValue={label} className={`${ITEM_CLASS} group`}>
              <i
                aria-hidden
                className="grid size-4 shrink-0 place-items-center rounded-small border border-acw group-data-selected:border-accent group-data-selected:bg-accent"
              >
                <Check className="invisible size-3 text-on-accent group-data-selected:visible" />
              </i>
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
