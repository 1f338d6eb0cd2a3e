"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Checkbox, CheckboxGroup, Form, Label } from "react-aria-components";
import { useView } from "@/components/data/use-view";
import { Button } from "@/components/ui/form/button";
import { TextField } from "@/components/ui/form/text-field";
import { Dialog } from "@/components/ui/overlay/dialog";
import { hrefOf, withParameters } from "@/lib/shared/view";
import { clampSeconds, kioskName, kioskPages, LEAST_SECONDS } from "./kiosk";
import { PAGE_LIST } from "./pages";

const USUAL_SECONDS = "30";

/** Asks which pages kiosk mode rotates and for how long it shows each; it keeps the range and the filters of the view. */
export function KioskStart({ onClose }: { onClose: () => void }) {
  const [view] = useView();
  const router = useRouter();
  const [chosen, setChosen] = useState<string[]>(["overview"]);
  const [seconds, setSeconds] = useState(USUAL_SECONDS);
  const isWrong = !(Number(seconds) >= LEAST_SECONDS);
  const start = () => {
    const pages = kioskPages(chosen);
    const [first] = pages;
    if (!first || isWrong) {
      return;
    }
    onClose();
    // A browser that refuses the full screen still shows the wall, in its window.
    document.documentElement.requestFullscreen?.().catch(() => {});
    const [path = "/", search = ""] = hrefOf(first.path, view).split("?");
    const wall = { wall: pages.map(kioskName).join(","), seconds: String(clampSeconds(Number(seconds))) };
    router.push(`${path}?${withParameters(search, wall)}`);
  };
  return (
    <Dialog title="Show on a wall" isOpen onOpenChange={onClose}>
      <Form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <p className="text-ink-2">
          The pages take turns, large and without controls, with the range and the filters of this view; a long one
          passes screen by screen. Escape ends it; mouse and keyboard hold a page for a minute.
        </p>
        <CheckboxGroup value={chosen} onChange={setChosen} className="grid gap-1">
          <Label className="font-medium text-ink-2 text-s">Pages, in the order chosen</Label>
          {PAGE_LIST.filter(({ isForKiosk }) => isForKiosk).map((page) => (
            <Checkbox
              key={page.path}
              value={kioskName(page)}
              className="group flex min-h-7 cursor-pointer items-center gap-2"
            >
              <i
                aria-hidden
                className="grid size-4 place-items-center rounded-small border border-acw text-on-accent text-xs not-italic group-data-focus-visible:outline-2 group-data-focus-visible:outline-focus group-data-selected:border-accent group-data-selected:bg-accent"
              >
                <span className="invisible group-data-selected:visible">✓</span>
              </i>
              {page.title}
            </Checkbox>
          ))}
        </CheckboxGroup>
        <TextField
          label="Seconds a screen"
          inputMode="numeric"
          value={seconds}
          onChange={setSeconds}
          errorMessage={isWrong ? `${LEAST_SECONDS} seconds or more.` : undefined}
        />
        <Button
          type="submit"
          variant="primary"
          isDisabled={chosen.length === 0 || isWrong}
          className="justify-self-end"
        >
          Start
        </Button>
      </Form>
    </Dialog>
  );
}
