"use client";

import { Dialog } from "@/components/ui/overlay/dialog";
import { KeyCaps } from "./key-caps";
import { COMMAND_KEY, KEYS } from "./keys";

const GROUPS = ["Pages", "Range", "View"] as const;

const CHART_KEYS = [
  { keys: ["←", "→"], label: "From point to point" },
  { keys: ["↑", "↓"], label: "From series to series" },
  { keys: ["Shift", "←"], label: "Choose several points" },
  { keys: ["Enter"], label: "Open a point, or zoom into several" },
];

/** All keys, from the table that listens to them. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const commands = { keys: ["Ctrl", COMMAND_KEY.toUpperCase()], label: "Command menu (⌘K on a Mac)" };
  return (
    <Dialog title="Keys" size="wide" isOpen onOpenChange={onClose}>
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {GROUPS.map((group) => (
          <KeyList
            key={group}
            title={group}
            rows={[...KEYS.filter((binding) => binding.group === group), ...(group === "View" ? [commands] : [])]}
          />
        ))}
        <KeyList title="In a chart" rows={CHART_KEYS} />
      </div>
    </Dialog>
  );
}

function KeyList({ title, rows }: { title: string; rows: readonly { keys: readonly string[]; label: string }[] }) {
  return (
    <section aria-label={title}>
      <h3 className="pb-1 font-semibold">{title}</h3>
      <dl>
        {rows.map(({ keys, label }) => (
          <div key={label} className="flex min-h-7 items-center justify-between gap-3 border-line border-t">
            <dt className="text-ink-2">{label}</dt>
            <dd>
              <KeyCaps keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
