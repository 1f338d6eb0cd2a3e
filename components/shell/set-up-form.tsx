"use client";

import { useState } from "react";
import { Form } from "react-aria-components";
import { readError } from "@/components/data/fetch-json";
import { Button } from "@/components/ui/form/button";
import { FormAlert } from "@/components/ui/form/form-alert";
import { TextField } from "@/components/ui/form/text-field";

/** Makes the first administrator, then goes on to the sign-in. */
export function SetUpForm() {
  const [message, setMessage] = useState<string | null>(null);

  async function setUp(fields: FormData): Promise<void> {
    const reply = await fetch("/api/set-up", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(Object.fromEntries(fields)),
    }).catch(() => null);
    if (reply?.ok) {
      window.location.assign("/sign-in");
      return;
    }
    const error = readError(await reply?.json().catch(() => null));
    setMessage(error?.message ?? "The server does not answer. Check your connection.");
  }

  return (
    <Form
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void setUp(new FormData(event.currentTarget));
      }}
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
      <FormAlert message={message} />
      <Button type="submit" variant="primary" className="justify-center">
        Create the administrator
      </Button>
    </Form>
  );
}
