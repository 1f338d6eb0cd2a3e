"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/form/button";
import { SubmitForm } from "@/components/ui/form/submit-form";
import { Dialog } from "./dialog";

interface Props {
  title: string;
  /** What the button does: “Remove”. */
  action: string;
  /** Resolves once it is done; what it throws is shown, and the dialog stays. */
  onConfirm: (fields: FormData) => Promise<void>;
  onClose: () => void;
  /** What will happen, and fields where something has to be filled in. */
  children: ReactNode;
}

/** Asks before something is done: Enter does it, Escape does not. */
export function Confirm({ title, action, onConfirm, onClose, children }: Props) {
  return (
    <Dialog title={title} isOpen onOpenChange={onClose}>
      <SubmitForm
        onSubmit={onConfirm}
        actions={(isPending) => (
          <div className="flex justify-end gap-2">
            <Button onPress={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isDisabled={isPending}>
              {action}
            </Button>
          </div>
        )}
      >
        {children}
      </SubmitForm>
    </Dialog>
  );
}
