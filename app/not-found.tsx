import Link from "next/link";
import { buttonClass } from "@/components/ui/form/button-class";

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-3 p-6 text-center">
      <h1 className="font-semibold text-xl">There is no page at this address</h1>
      <Link href="/" className={buttonClass()}>
        Overview
      </Link>
    </main>
  );
}
