"use client";

import { useMemo, useState } from "react";
import { Button } from "./button";
import type { MultiSelectOption } from "./find-options";
import { OptionList } from "./option-list";
import { Segmented } from "./segmented";

interface Props {
  /** The filter's name: “Queue”. */
  label: string;
  options: readonly MultiSelectOption[];
  included: readonly string[];
  excluded: readonly string[];
  onApply: (included: string[], excluded: string[]) => void;
}

const MODES = [
  { value: "included", label: "is" },
  { value: "excluded", label: "is not" },
] as const;
type Mode = (typeof MODES)[number]["value"];

/** Chooses the values that a filter asks for and those it rules out; nothing changes before Apply. */
export function MultiSelect({ label, options, included, excluded, onApply }: Props) {
  const [mode, setMode] = useState<Mode>(included.length === 0 && excluded.length > 0 ? "excluded" : "included");
  const [chosen, setChosen] = useState({ included: new Set(included), excluded: new Set(excluded) });
  const other: Mode = mode === "included" ? "excluded" : "included";
  const [first] = useState(() => new Set([...included, ...excluded]));
  const sorted = useMemo(
    () => [...options].sort((a, b) => Number(first.has(b.value)) - Number(first.has(a.value))),
    [options, first],
  );
  const choose = (values: Set<string>) => {
    const rest = new Set([...chosen[other]].filter((value) => !values.has(value)));
    setChosen(mode === "included" ? { included: values, excluded: rest } : { included: rest, excluded: values });
  };
  const isUntouched = chosen.included.size + chosen.excluded.size === 0;
  return (
    <div className="flex w-80 max-w-full flex-col gap-2 p-2">
      <div className="flex items-center justify-between gap-2 pl-1">
        <b className="font-semibold">{label}</b>
        <Segmented label={`${label} is or is not`} items={MODES} value={mode} onChange={setMode} />
      </div>
      <OptionList
        label={label}
        options={sorted}
        chosen={chosen[mode]}
        marked={chosen[other]}
        markedLabel={mode === "included" ? "is not" : "is"}
        onChange={choose}
      />
      <div className="flex items-center gap-2 border-line border-t pt-2 pl-1">
        <span aria-live="polite" className="mr-auto text-ink-3 text-s">
          {countChosen(chosen.included.size, chosen.excluded.size)}
        </span>
        <Button
          variant="ghost"
          isDisabled={isUntouched}
          onPress={() => setChosen({ included: new Set(), excluded: new Set() })}
        >
          Clear
        </Button>
        <Button variant="primary" onPress={() => onApply([...chosen.included], [...chosen.excluded])}>
          Apply
        </Button>
      </div>
    </div>
  );
}

function countChosen(included: number, excluded: number): string {
  const parts = [included > 0 ? `is ${included}` : "", excluded > 0 ? `is not ${excluded}` : ""];
  return parts.filter(Boolean).join(", ") || "Any";
}
