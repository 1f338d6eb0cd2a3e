import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AuthLayout } from "@/components/shell/auth-layout";
import { SignInForm } from "@/components/shell/sign-in-form";
import { readSession } from "@/lib/auth/session";
import { runtime } from "@/lib/runtime";
import { ownPath } from "@/lib/shared/own-path";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  searchParams: Promise<{ to?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const requestHeaders = await headers();
  const to = ownPath([(await searchParams).to].flat()[0]);
  const { auth, setUp, clock } = await runtime();
  if (await readSession(auth, requestHeaders, clock.now())) {
    redirect(to);
  }
  if (await setUp.isOpen()) {
    redirect("/set-up");
  }
  return (
    <AuthLayout title="Sign in">
      <SignInForm to={to} />
    </AuthLayout>
  );
}
