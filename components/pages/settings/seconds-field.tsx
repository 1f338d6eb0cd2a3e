"use client";

import type { Ref } from "react";
import { FieldError, Input, TextField } from "react-aria-components";
import { LONGEST_SECONDS } from "@/lib/shared/service-levels";

interface Props {
  /** Its name for assistive technology: the row and the column. */
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** What holds while it is empty. */
  placeholder: string;
  error?: string;
  ref?: Ref<HTMLInputElement>;
}

/** A number of seconds in a cell; what is wrong with it stands below. */
export function SecondsField({ label, value, onChange, placeholder, error, ref }: Props) {
  return (
    <TextField aria-label={label} value={value} onChange={onChange} isInvalid={error !== undefined}>
      <span className="inline-flex items-center gap-1.5">
        <Input
          ref={ref}
          inputMode="decimal"
          autoComplete="off"
          placeholder={placeholder}
          className="h-[30px] w-20 rounded-control border border-acw bg-surface px-2 text-right text-ink data-invalid:border-bad max-md:w-14"
        />
        <span aria-hidden className="text-ink-3">
          s
        </span>
      </span>
      <FieldError className="block whitespace-normal font-medium text-bad text-s">{error}</FieldError>
    </TextField>
  );
}

/** What a field for seconds holds: a number, null for nothing of its own, or what is wrong with it. */
type ReadSeconds = { seconds: number | null } | { error: string };

/** Reads a field for seconds as it was typed; a comma is a point too. */
export function readSeconds(text: string): ReadSeconds {
  const typed = text.trim().replace(",", ".");
  if (typed === "") {
    return { seconds: null };
  }
  const seconds = Number(typed);
  if (!Number.isFinite(seconds)) {
    return { error: "Must be a number of seconds." };
  }
  if (seconds < 0) {
    return { error: "Must not be negative." };
  }
  return seconds > LONGEST_SECONDS ? { error: `Must be at most ${LONGEST_SECONDS}.` } : { seconds };
}
