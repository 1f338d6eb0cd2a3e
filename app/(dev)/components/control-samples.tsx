"use client";

import { Bell, Ellipsis, Plus } from "lucide-react";
import { useState } from "react";
import { DateRange } from "@/components/ui/date/date-range";
import { Button } from "@/components/ui/form/button";
import { Chip } from "@/components/ui/form/chip";
import { LinkButton } from "@/components/ui/form/link-button";
import { MultiSelect } from "@/components/ui/form/multi-select";
import { Segmented } from "@/components/ui/form/segmented";
import { TextField } from "@/components/ui/form/text-field";
import { Dialog } from "@/components/ui/overlay/dialog";
import { MenuButton } from "@/components/ui/overlay/menu";
import { Popover } from "@/components/ui/overlay/popover";
import { showToast } from "@/components/ui/overlay/toast";
import { Tooltip } from "@/components/ui/overlay/tooltip";
import { Panel } from "@/components/ui/panel/panel";
import { StatusDot } from "@/components/ui/panel/status-dot";
import { ThemeToggle } from "@/components/ui/theme/theme-toggle";
import { manyOptions } from "./sample-rows";

const INTERVALS = [
  { value: "hour", label: "Hour" },
  { value: "day", label: "Day" },
  { value: "week", label: "Week" },
] as const;
type Interval = (typeof INTERVALS)[number]["value"];

/** Buttons, fields and everything that opens from them. */
export function ControlSamples() {
  const [interval, setInterval] = useState<Interval>("day");
  const [range, setRange] = useState({ from: "2026-11-16", to: "2026-11-22" });
  const [isOpen, setIsOpen] = useState(false);
  const editor = (close: () => void) => (
    <MultiSelect label="Queue" options={manyOptions} included={["q0", "q1"]} excluded={["q2"]} onApply={close} />
  );
  const row = "flex flex-wrap items-center gap-2";
  return (
    <Panel title="Controls" note="every state">
      <div className="grid gap-3">
        <div className={row}>
          <Button>Default</Button>
          <Button variant="ghost">Ghost</Button>
          <Button variant="primary">Primary</Button>
          <Button isDisabled>Disabled</Button>
          <Button size="small">Small</Button>
          <Button isIcon aria-label="Alerts">
            <Bell aria-hidden />
          </Button>
          <LinkButton href="#queues">Queues page</LinkButton>
          <MenuButton
            isIcon
            variant="ghost"
            label="More"
            items={[
              { id: "csv", label: "CSV", href: "#csv" },
              { id: "png", label: "PNG", onAction: () => showToast("PNG") },
              { id: "no", label: "Not now", isDisabled: true },
            ]}
          >
            <Ellipsis aria-hidden />
          </MenuButton>
          <Tooltip content="What this button does, in a sentence that wraps where it must.">
            <Button>Tooltip</Button>
          </Tooltip>
          <Button onPress={() => setIsOpen(true)}>Dialog</Button>
          <Button onPress={() => showToast("Link copied")}>Toast</Button>
          <Button onPress={() => showToast("The export failed: the store is not reachable.", "bad")}>Bad toast</Button>
          <ThemeToggle />
        </div>
        <div className={row}>
          <DateRange {...range} today="2026-11-22" timeZone="Asia/Kolkata" onChange={setRange} />
          <Chip
            label="Queue is"
            value="Residential – Sales, Billing"
            editor={editor}
            onRemove={() => showToast("Removed")}
          />
          <Chip label="Channel is not" value="System Mail" onEdit={() => showToast("Edit")} onRemove={() => {}} />
          <Popover
            label="Filter"
            trigger={
              <Button variant="ghost">
                <Plus aria-hidden />
                Filter
              </Button>
            }
          >
            {editor}
          </Popover>
          <Segmented label="Interval" items={INTERVALS} value={interval} onChange={setInterval} />
        </div>
        <div className={`${row} gap-x-6`}>
          <StatusDot tone="good">Complete through 14:32</StatusDot>
          <StatusDot tone="warn">A gap since 13:10</StatusDot>
          <StatusDot tone="bad">Failing since 12:00</StatusDot>
          <StatusDot tone="idle">Not connected</StatusDot>
        </div>
        <div className="grid gap-4 md:grid-cols-3">
          <TextField label="Email" type="email" placeholder="you@centre.example" />
          <TextField label="Password" type="password" description="Twelve characters or more." />
          <TextField label="Host" defaultValue="kore" errorMessage="This is not an address." />
        </div>
      </div>
      <Dialog title="Metric definition" isOpen={isOpen} onOpenChange={setIsOpen}>
        Offered entries answered within the threshold of their queue, of all offered.
      </Dialog>
    </Panel>
  );
}
