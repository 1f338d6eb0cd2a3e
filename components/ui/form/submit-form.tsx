"use client";

import { type ReactNode, startTransition, useActionState, useEffect, useRef } from "react";
import { Form } from "react-aria-components";

interface Props {
  /** Sends the fields. The message of what it throws is shown above the buttons, and nothing that was typed is lost. */
  onSubmit: (fields: FormData, form: HTMLFormElement) => Promise<void>;
  className?: string;
  children: ReactNode;
  /** The buttons, the one that submits among them. */
  actions: (isPending: boolean) => ReactNode;
}

/** A form that sends its fields to the API: pending, then done, or what went wrong with the focus on it. */
export function SubmitForm({ onSubmit, className = "", children, actions }: Props) {
  const [failure, submit, isPending] = useActionState(
    async (_: { message: string } | null, form: HTMLFormElement) =>
      onSubmit(new FormData(form), form).then(
        () => null,
        (error: unknown) => ({ message: messageOf(error) }),
      ),
    null,
  );
  const alert = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (failure) {
      // The button that was pressed lost the focus when it was disabled.
      alert.current?.focus();
    }
  }, [failure]);
  return (
    <Form
      // Before its script is there the browser sends the form itself: never in the address.
      method="post"
      className={`grid gap-4 ${className}`}
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        // Not the form's `action`: React would empty the fields after it, also when it failed.
        startTransition(() => submit(form));
      }}
    >
      {children}
      {failure && !isPending && (
        <p ref={alert} role="alert" tabIndex={-1} className="rounded-control bg-bad-wash px-3 py-2 text-bad">
          {failure.message}
        </p>
      )}
      {actions(isPending)}
    </Form>
  );
}

/** What to tell a person of a failed request: the API's sentence. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "That failed. Try again.";
}
