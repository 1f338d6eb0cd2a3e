"use client";

import { Copy } from "lucide-react";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";

interface Props {
  /** The button's text, or its name where it is an icon. */
  label: string;
  /** What is copied, the page's address where nothing else is given; and what it is called when that is said. */
  text?: string;
  what: string;
  isIcon?: boolean;
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ label, text, what, isIcon = false }: Props) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text ?? window.location.href);
      showToast(`${what} copied.`);
    } catch {
      showToast("The browser does not let Callboard copy. Mark the text and copy it by hand.", "bad");
    }
  };
  return (
    <Button
      variant={isIcon ? "ghost" : "default"}
      size={isIcon ? "small" : "medium"}
      isIcon={isIcon}
      aria-label={isIcon ? label : undefined}
      onPress={() => void copy()}
    >
      {isIcon ? <Copy aria-hidden /> : label}
    </Button>
  );
}
