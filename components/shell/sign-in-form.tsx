"use client";

import { useState } from "react";
import { Form } from "react-aria-components";
import { tooManyTries } from "@/components/data/too-many-tries";
import { Button } from "@/components/ui/form/button";
import { FormAlert } from "@/components/ui/form/form-alert";
import { TextField } from "@/components/ui/form/text-field";

/** Signs in; what is wrong is said above the button, and nothing that was typed is lost. Leads to `to`, a path of our own. */
export function SignInForm({ to }: { to: string }) {
  const [message, setMessage] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function signIn(email: string, password: string): Promise<void> {
    setBusy(true);
    setMessage(null);
    const reply = await fetch("/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password }),
    }).catch(() => null);
    if (reply?.ok) {
      window.location.assign(to);
      return;
    }
    setBusy(false);
    setMessage(await messageFor(reply));
  }

  return (
    <Form
      // Before its script is there the browser sends the form itself: never in the address.
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const fields = new FormData(event.currentTarget);
        void signIn(String(fields.get("email")), String(fields.get("password")));
      }}
    >
      <TextField label="E-mail" name="email" type="email" autoComplete="username" isRequired autoFocus />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" isRequired />
      <FormAlert message={message} />
      <Button type="submit" variant="primary" isDisabled={isBusy} className="justify-center">
        {isBusy ? "Signing in…" : "Sign in"}
      </Button>
    </Form>
  );
}

async function messageFor(reply: Response | null): Promise<string> {
  const status = reply?.status;
  if (status === 401) {
    return "E-mail or password is wrong.";
  }
  if (reply && status === 429) {
    return tooManyTries(reply);
  }
  if (status === 403) {
    const body: { code?: unknown } | null = await reply?.json().catch(() => null);
    if (body?.code === "BANNED_USER") {
      return "This account is deactivated. Ask an administrator.";
    }
    return "This address is not the one Callboard is set up for. Open it by its APP_URL.";
  }
  return status === undefined ? "The server does not answer. Check your connection." : "Signing in failed. Try again.";
}
