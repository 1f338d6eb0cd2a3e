"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/form/button";
import { CopyButton } from "@/components/ui/form/copy-button";
import { Dialog } from "@/components/ui/overlay/dialog";

interface Props {
  title: string;
  /** Password or token. */
  what: string;
  secret: string;
  onClose: () => void;
  /** What to do with it. */
  children: ReactNode;
}

/** A secret that is on screen this once, to be copied. */
export function ShownOnce({ title, what, secret, onClose, children }: Props) {
  return (
    <Dialog title={title} isOpen onOpenChange={onClose}>
      <div className="grid gap-4">
        <p className="text-ink-2">{children}</p>
        <div className="flex items-center gap-2 rounded-control bg-sunken py-2 pr-2 pl-3">
          <code className="wrap-anywhere min-w-0 flex-1">{secret}</code>
          <CopyButton label="Copy" text={secret} what={what} />
        </div>
        <div className="flex justify-end">
          <Button variant="primary" onPress={onClose} autoFocus>
            Done
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
