"use client";

import { useState } from "react";
import { Confirm } from "@/components/ui/overlay/confirm";
import type { PersonItem } from "@/lib/shared/people";
import { ROLE_WORDS } from "./add-person";
import { PasswordChoice } from "./password-choice";
import { ShownOnce } from "./shown-once";
import { usePeople } from "./use-people";

/** What can be done to a person who is there. */
export type PersonAction = "role" | "password" | "deactivate" | "activate" | "remove";

interface Props {
  person: PersonItem;
  action: PersonAction;
  onClose: () => void;
}

/** The dialog of one change, which says what it will do before it does. */
export function ChangePerson({ person, action, onClose }: Props) {
  return action === "password" ? (
    <NewPassword person={person} onClose={onClose} />
  ) : (
    <Change person={person} action={action} onClose={onClose} />
  );
}

function NewPassword({ person, onClose }: Omit<Props, "action">) {
  const { change } = usePeople();
  const [made, setMade] = useState<string | null>(null);
  if (made !== null) {
    return (
      <ShownOnce title={`${person.name} has a new password`} what="Password" secret={made} onClose={onClose}>
        Hand it on by a safe way: it is not shown again. They were signed out everywhere.
      </ShownOnce>
    );
  }
  return (
    <Confirm
      title={`New password for ${person.name}`}
      action="Set the password"
      onClose={onClose}
      onConfirm={async (fields) => {
        const password = String(fields.get("password"));
        await change(person.id, { password }, `${person.name} has a new password.`);
        setMade(password);
      }}
    >
      <PasswordChoice />
    </Confirm>
  );
}

function Change({ person, action, onClose }: Omit<Props, "action"> & { action: Exclude<PersonAction, "password"> }) {
  const { change, remove } = usePeople();
  const { id, name } = person;
  const other = person.role === "administrator" ? "supervisor" : "administrator";
  const confirmation = {
    role: {
      title: `Make ${name} ${other === "administrator" ? "an" : "a"} ${other}?`,
      words: ROLE_WORDS[other],
      action: `Make ${other}`,
      run: () => change(id, { role: other }, `${name} is ${other} now.`),
    },
    deactivate: {
      title: `Deactivate ${name}?`,
      words: "They are signed out everywhere and their API tokens stop at once. They can be activated again later.",
      action: "Deactivate",
      run: () => change(id, { isActive: false }, `${name} was deactivated.`),
    },
    activate: {
      title: `Activate ${name}?`,
      words: "They can sign in again with their password, and their API tokens work again.",
      action: "Activate",
      run: () => change(id, { isActive: true }, `${name} can sign in again.`),
    },
    remove: {
      title: `Remove ${name}?`,
      words: `${person.email} can no longer sign in, and their API tokens are gone. This cannot be undone.`,
      action: "Remove",
      run: () => remove(id, `${name} was removed.`),
    },
  }[action];
  return (
    <Confirm
      title={confirmation.title}
      action={confirmation.action}
      onClose={onClose}
      onConfirm={async () => {
        await confirmation.run();
        onClose();
      }}
    >
      <p className="text-ink-2">{confirmation.words}</p>
    </Confirm>
  );
}
