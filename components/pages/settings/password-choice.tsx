"use client";

import { useState } from "react";
import { Button } from "@/components/ui/form/button";
import { TextField } from "@/components/ui/form/text-field";

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

/** Letters and digits that are not taken for one another when read out. */
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP_SIGNS = 5;

/** A password that nobody guesses and everybody can type: four groups of five signs, 99 bits. */
export function makePassword(random: (bytes: Uint8Array) => Uint8Array): string {
  const signs: string[] = [];
  while (signs.length < GROUPS * GROUP_SIGNS) {
    // Bytes past the last whole round of signs would make the first ones likelier.
    const usable = [...random(new Uint8Array(32))].filter((byte) => byte < 256 - (256 % SIGNS.length));
    signs.push(...usable.map((byte) => SIGNS.charAt(byte % SIGNS.length)));
  }
  const groups = Array.from({ length: GROUPS }, (_, at) => signs.slice(at * GROUP_SIGNS, (at + 1) * GROUP_SIGNS));
  return groups.map((group) => group.join("")).join("-");
}
