"use client";

import { signIn } from "@/components/data/auth-requests";
import { Button } from "@/components/ui/form/button";
import { SubmitForm } from "@/components/ui/form/submit-form";
import { TextField } from "@/components/ui/form/text-field";

/** Signs in, and leads to `to`, a path of our own. */
export function SignInForm({ to }: { to: string }) {
  return (
    <SubmitForm
      onSubmit={async (fields) => {
        await signIn(String(fields.get("email")), String(fields.get("password")));
        window.location.assign(to);
      }}
      actions={(isPending) => (
        <Button type="submit" variant="primary" isDisabled={isPending} className="justify-center">
          {isPending ? "Signing in…" : "Sign in"}
        </Button>
      )}
    >
      <TextField label="E-mail" name="email" type="email" autoComplete="username" isRequired autoFocus />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" isRequired />
    </SubmitForm>
  );
}
