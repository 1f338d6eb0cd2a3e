"use client";

import { changePassword } from "@/components/data/auth-requests";
import { Button } from "@/components/ui/form/button";
import { SubmitForm } from "@/components/ui/form/submit-form";
import { TextField } from "@/components/ui/form/text-field";
import { showToast } from "@/components/ui/overlay/toast";

/** Changes one's own password; other browsers are signed out by it. */
export function PasswordForm() {
  return (
    <SubmitForm
      className="max-w-96"
      onSubmit={async (fields, form) => {
        await changePassword(String(fields.get("current")), String(fields.get("new")));
        form.reset();
        showToast("Your password is changed. You were signed out in other browsers.");
      }}
      actions={(isPending) => (
        <Button type="submit" variant="primary" isDisabled={isPending} className="justify-self-start">
          Change the password
        </Button>
      )}
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
    </SubmitForm>
  );
}
