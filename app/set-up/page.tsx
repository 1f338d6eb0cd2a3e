import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { AuthLayout } from "@/components/shell/auth-layout";
import { SetUpForm } from "@/components/shell/set-up-form";
import { runtime } from "@/lib/runtime";

export const metadata: Metadata = { title: "Set up" };

/** The first run: open until there is somebody. */
export default async function SetUpPage() {
  await connection();
  const { setUp } = await runtime();
  if (!(await setUp.isOpen())) {
    redirect("/sign-in");
  }
  return (
    <AuthLayout title="Set up Callboard">
      <p className="pb-4 text-ink-2">
        You will be its first administrator. The set-up code stands in the server’s log.
      </p>
      <SetUpForm />
    </AuthLayout>
  );
}
