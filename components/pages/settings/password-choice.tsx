"use client";

import { useState } from "react";
import { Button } from "@/components/ui/form/button";
import { TextField } from "@/components/ui/form/text-field";
import { makePassword } from "./make-password";

/** A password for somebody else, typed or made; it is readable, since it has to be handed on. */
export function PasswordChoice() {
  const [password, setPassword] = useState("");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
      <TextField
        label="Password"
        name="password"
        value={password}
        onChange={setPassword}
        minLength={8}
        isRequired
        autoComplete="off"
        description="At least 8 characters. They can change it under Account."
      />
      <Button
        className="mt-[22px] h-9!"
        onPress={() => setPassword(makePassword((bytes) => crypto.getRandomValues(bytes)))}
      >
        Make one
      </Button>
    </div>
  );
}
