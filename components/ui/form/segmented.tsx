"use client";

import type { ReactNode } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

interface Props<V extends string> {
  label: string;
  /** `icon` replaces the label on screen; the label stays its name. */
  items: readonly { value: V; label: string; icon?: ReactNode }[];
  value: V;
  onChange: (value: V) => void;
}

const SEGMENT = [
  "h-6 min-w-6 cursor-pointer rounded-small px-2 font-medium text-ink-3 text-s transition-colors data-hovered:text-ink",
  "data-selected:bg-surface data-selected:text-ink data-selected:shadow-[0_0_0_1px_var(--line-strong)]",
  "[&_svg]:size-3.5",
].join(" ");

/** Two to five choices side by side, one of them taken. */
export function Segmented<V extends string>({ label, items, value, onChange }: Props<V>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const item = items.find((candidate) => keys.has(candidate.value));
        if (item && item.value !== value) {
          onChange(item.value);
        }
      }}
      className="inline-flex gap-0.5 rounded-control bg-sunken p-0.5"
    >
      {items.map((item) => (
        <ToggleButton
          key={item.value}
          id={item.value}
          aria-label={item.icon ? item.label : undefined}
          className={SEGMENT}
        >
          {item.icon ?? item.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
