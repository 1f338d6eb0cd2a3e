"use client";

import { type ReactNode, useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "@/components/ui/form/button";
import { FormAlert } from "@/components/ui/form/form-alert";
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
  const [message, setMessage] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function confirm(fields: FormData): Promise<void> {
    setBusy(true);
    setMessage(null);
    try {
      await onConfirm(fields);
    } catch (error) {
      setMessage(error instanceof Error ? error.message : "That failed. Try again.");
      setBusy(false);
    }
  }

  return (
    <Dialog title={title} isOpen onOpenChange={onClose}>
      <Form
        method="post"
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void confirm(new FormData(event.currentTarget));
        }}
      >
        {children}
        <FormAlert message={message} />
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isDisabled={isBusy}>
            {action}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
