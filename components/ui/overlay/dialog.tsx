"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "@/components/ui/form/button";
import { SURFACE_CLASS } from "./surface-class";

interface Props {
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  children: ReactNode;
  /** `full` fills the window, for a panel in full screen. */
  size?: "medium" | "wide" | "full";
}

const SIZES = { medium: "max-w-[480px]", wide: "max-w-[880px]", full: "h-full max-w-none" };

/** A modal dialog: the page behind is dimmed and out of reach until it closes. */
export function Dialog({ title, isOpen, onOpenChange, children, size = "medium" }: Props) {
  return (
    <ModalOverlay
      isDismissable
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      className="fixed inset-0 z-50 grid place-items-center bg-[color-mix(in_srgb,var(--page)_55%,transparent)] p-4 backdrop-blur-[2px]"
    >
      <Modal className={`${SURFACE_CLASS} flex max-h-full w-full flex-col overflow-hidden ${SIZES[size]}`}>
        <AriaDialog className="flex min-h-0 flex-1 flex-col outline-none">
          <header className="flex items-center justify-between gap-3 px-4 pt-3">
            <Heading slot="title" className="font-semibold text-l">
              {title}
            </Heading>
            <Button slot="close" variant="ghost" isIcon aria-label="Close">
              <X aria-hidden />
            </Button>
          </header>
          <div className="min-h-0 flex-1 overflow-auto px-4 pt-2 pb-4">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
