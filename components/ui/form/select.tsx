"use client";

import { Check, ChevronDown } from "lucide-react";
import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue } from "react-aria-components";
import { ITEM_CLASS, SURFACE_CLASS } from "@/components/ui/overlay/surface-class";
import { buttonClass } from "./button-class";

interface Props<V extends string> {
  label: string;
  items: readonly { value: V; label: string }[];
  value: V;
  onChange: (value: V) => void;
  /** Whether the label stands before the value inside the button, or is heard only. */
  isLabelShown?: boolean;
  isDisabled?: boolean;
}

/** One choice out of a few, behind a button. */
export function Select<V extends string>({ label, items, value, onChange, isLabelShown, isDisabled }: Props<V>) {
  const choose = (key: unknown) => {
    const item = items.find((candidate) => candidate.value === key);
    if (item) {
      onChange(item.value);
    }
  };
  return (
    <AriaSelect aria-label={label} value={value} onChange={choose} isDisabled={isDisabled}>
      <Button className={buttonClass()}>
        {isLabelShown && (
          <span aria-hidden className="font-normal text-ink-3">
            {label}
          </span>
        )}
        <SelectValue>{items.find((item) => item.value === value)?.label}</SelectValue>
        <ChevronDown aria-hidden className="text-ink-3" />
      </Button>
      <Popover offset={4} className={`${SURFACE_CLASS} min-w-(--trigger-width) overflow-auto`}>
        <ListBox items={items.map((item) => ({ ...item, id: item.value }))} className="p-1 outline-none">
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className={`${ITEM_CLASS} group pr-3`}>
              <Check aria-hidden className="invisible size-3.5 group-data-selected:visible" />
              {item.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
