"use client";

import { useApp } from "@/components/data/app-context";
import { signOut } from "@/components/data/auth-requests";
import { Button } from "@/components/ui/form/button";
import { Panel } from "@/components/ui/panel/panel";
import { ThemeToggle } from "@/components/ui/theme/theme-toggle";
import { PasswordForm } from "./password-form";

/** Settings, account: who one is, one's password, and the way out. */
export function AccountPage() {
  const { person } = useApp();
  return (
    <>
      <Panel title="You" span={6}>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-6 gap-y-2">
          <dt className="text-ink-3">Name</dt>
          <dd className="wrap-anywhere">{person.name}</dd>
          <dt className="text-ink-3">E-mail</dt>
          <dd className="wrap-anywhere">{person.email}</dd>
          <dt className="text-ink-3">Role</dt>
          <dd className="capitalize">{person.role}</dd>
          <dt className="text-ink-3">Theme</dt>
          <dd>
            <ThemeToggle />
          </dd>
        </dl>
        <Button className="mt-5" onPress={() => void signOut()}>
          Sign out
        </Button>
      </Panel>
      <Panel title="Your password" span={6}>
        <PasswordForm />
      </Panel>
    </>
  );
}
