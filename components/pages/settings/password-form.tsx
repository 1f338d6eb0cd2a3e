"use client";

import { useRef, useState } from "react";
import { Form } from "react-aria-components";
import { tooManyTries } from "@/components/data/too-many-tries";
import { Button } from "@/components/ui/form/button";
import { FormAlert } from "@/components/ui/form/form-alert";
import { TextField } from "@/components/ui/form/text-field";
import { showToast } from "@/components/ui/overlay/toast";

/** Changes one's own password; other browsers are signed out by it. */
export function PasswordForm() {
  const [message, setMessage] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  async function change(fields: FormData): Promise<void> {
    setBusy(true);
    setMessage(null);
    const [currentPassword, newPassword] = [fields.get("current"), fields.get("new")];
    const reply = await fetch("/api/auth/change-password", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ currentPassword, newPassword, revokeOtherSessions: true }),
    }).catch(() => null);
    setBusy(false);
    if (reply?.ok) {
      form.current?.reset();
      showToast("Your password is changed. You were signed out in other browsers.");
    } else {
      setMessage(messageFor(reply));
    }
  }

  return (
    <Form
      ref={form}
      method="post"
      className="grid max-w-96 gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void change(new FormData(event.currentTarget));
      }}
    >
      <TextField label="Current password" name="current" type="password" autoComplete="current-password" isRequired />
      <TextField
        label="New password"
        name="new"
        type="password"
        autoComplete="new-password"
        minLength={8}
        maxLength={128}
        isRequired
        description="At least 8 characters."
      />
      <FormAlert message={message} />
      <Button type="submit" variant="primary" isDisabled={isBusy} className="justify-self-start">
        Change the password
      </Button>
    </Form>
  );
}

function messageFor(reply: Response | null): string {
  const status = reply?.status;
  if (status === 400) {
    return "The current password is wrong.";
  }
  if (reply && status === 429) {
    return tooManyTries(reply);
  }
  return status === undefined ? "The server does not answer. Check your connection." : "That failed. Try again.";
}
