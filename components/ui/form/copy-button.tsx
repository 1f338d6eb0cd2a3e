"use client";

import { Copy, Link2 } from "lucide-react";
import { showToast } from "@/components/ui/overlay/toast";
import { Button } from "./button";

interface Props {
  label: string;
  /** What is copied, the page's address where nothing else is given; and what it is called when that is said. */
  text?: string | (() => string);
  what: string;
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ label, text, what }: Props) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === "function" ? text() : (text ?? window.location.href));
      showToast(`${what} copied.`);
    } catch {
      showToast("The browser does not let Callboard copy. Mark the text and copy it by hand.", "bad");
    }
  };
  return (
    <Button
      variant={text === undefined ? "default" : "ghost"}
      size={text === undefined ? "medium" : "small"}
      isIcon
      aria-label={label}
      onPress={() => void copy()}
    >
      {text === undefined ? <Link2 aria-hidden /> : <Copy aria-hidden />}
    </Button>
  );
}
