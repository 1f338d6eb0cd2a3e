import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { FrontDoor } from "@/components/shell/front-door";
import { SignInForm } from "@/components/shell/sign-in-form";
import { readSession } from "@/lib/auth/session";
import { runtime } from "@/lib/runtime";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage() {
  const asked = await headers();
  const { auth, setUp } = await runtime();
  if (await readSession(auth, asked)) {
    redirect("/");
  }
  if (await setUp.isOpen()) {
    redirect("/set-up");
  }
  return (
    <FrontDoor title="Sign in">
      <SignInForm />
    </FrontDoor>
  );
}
