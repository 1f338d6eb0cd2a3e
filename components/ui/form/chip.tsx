"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { Preload } from "@/components/ui/overlay/lazy-overlay";
import { Popover } from "@/components/ui/overlay/popover";

export interface ChipProps {
  /** What the filter says before its values: “Queue is”, “Channel is not”. */
  label: string;
  value: string;
  onEdit?: () => void;
  onRemove?: () => void;
  /** Opens in a popover from the chip's text, in place of `onEdit`; is handed the way to close. */
  editor?: (close: () => void) => ReactNode;
  /** The part of the editor that is loaded later. */
  editorScript?: Preload;
}

const PART = "h-full cursor-pointer rounded-control hover:bg-[color-mix(in_srgb,var(--answered)_12%,transparent)]";

/** A filter as a chip: its text edits, its cross removes. */
export function Chip({ label, value, onEdit, onRemove, editor, editorScript }: ChipProps) {
  const text = (
    <Button
      onPress={onEdit}
      className={`${PART} flex min-w-0 items-center gap-[7px] pl-2.5 ${onRemove ? "pr-1.5" : "pr-2.5"}`}
    >
      <span className="shrink-0 text-ink-3">{label}</span>
      <b className="max-w-44 truncate lg:max-w-52 2xl:max-w-72 font-semibold" title={value}>
        <bdi>{value}</bdi>
      </b>
    </Button>
  );
  return (
    <span className="inline-flex h-[30px] max-w-full items-center max-lg:shrink-0 rounded-control bg-answered-wash">
      {editor ? (
        <Popover trigger={text} label={label} content={editorScript}>
          {editor}
        </Popover>
      ) : (
        text
      )}
      {onRemove && (
        <Button
          onPress={onRemove}
          aria-label={`Remove filter: ${label} ${value}`}
          className={`${PART} grid w-7 shrink-0 place-items-center text-ink-3 hover:text-ink`}
        >
          <X aria-hidden className="size-3.5" />
        </Button>
      )}
    </span>
  );
}
