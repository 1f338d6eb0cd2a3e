"use client";

import { sendJson } from "@/components/data/send-json";
import { Button } from "@/components/ui/form/button";
import { SubmitForm } from "@/components/ui/form/submit-form";
import { TextField } from "@/components/ui/form/text-field";

/** Creates the first administrator, then goes on to the sign-in. */
export function SetUpForm() {
  return (
    <SubmitForm
      onSubmit={async (fields) => {
        await sendJson("POST", "/api/set-up", Object.fromEntries(fields));
        window.location.assign("/sign-in");
      }}
      actions={(isPending) => (
        <Button type="submit" variant="primary" isDisabled={isPending} className="justify-center">
          Create the administrator
        </Button>
      )}
    >
      <TextField label="Set-up code" name="code" isRequired autoComplete="off" autoFocus />
      <TextField label="Your name" name="name" isRequired autoComplete="name" />
      <TextField label="E-mail" name="email" type="email" isRequired autoComplete="username" />
      <TextField
        label="Password"
        name="password"
        type="password"
        minLength={8}
        isRequired
        autoComplete="new-password"
        description="At least 8 characters."
      />
    </SubmitForm>
  );
}
