"use client";

import { useState } from "react";
import { Segmented } from "@/components/ui/form/segmented";
import { TextField } from "@/components/ui/form/text-field";
import { Confirm } from "@/components/ui/overlay/confirm";
import type { Role } from "@/lib/shared/roles";
import { PasswordChoice } from "./password-choice";
import { ShownOnce } from "./shown-once";
import { usePeople } from "./use-people";

const ROLES = [
  { value: "supervisor", label: "Supervisor" },
  { value: "administrator", label: "Administrator" },
] as const;

/** Adds a person, then shows the password once, so that it can be handed on. */
export function AddPerson({ onClose }: { onClose: () => void }) {
  const { add } = usePeople();
  const [role, setRole] = useState<Role>("supervisor");
  const [added, setAdded] = useState<{ name: string; password: string } | null>(null);
  if (added) {
    return (
      <ShownOnce title={`${added.name} can sign in`} what="Password" secret={added.password} onClose={onClose}>
        Hand this password on by a safe way: it is not shown again.
      </ShownOnce>
    );
  }
  return (
    <Confirm
      title="Add a person"
      action="Add"
      onClose={onClose}
      onConfirm={async (fields) => {
        const [name, email, password] = ["name", "email", "password"].map((id) => String(fields.get(id)));
        await add({ name, email, password, role }, `${name} was added.`);
        setAdded({ name: name ?? "", password: password ?? "" });
      }}
    >
      <TextField label="Name" name="name" isRequired autoComplete="off" maxLength={100} autoFocus />
      <TextField label="E-mail" name="email" type="email" isRequired autoComplete="off" />
      <div className="grid gap-1">
        <span className="font-medium text-ink-2 text-s">Role</span>
        <span>
          <Segmented label="Role" items={ROLES} value={role} onChange={setRole} />
        </span>
        <span className="text-ink-3 text-s">{ROLE_WORDS[role]}</span>
      </div>
      <PasswordChoice />
    </Confirm>
  );
}

export const ROLE_WORDS: Record<Role, string> = {
  supervisor: "Sees all numbers and conversations; customers’ names, numbers and addresses are masked.",
  administrator: "Sees everything, customers’ personal data too, and changes settings and people.",
};
