import { notFound } from "next/navigation";
import { Gallery } from "./gallery";

export const metadata = { title: "Components" };

/** Every component in every state, for those who build with them; not there in production. */
export default function ComponentsPage() {
  if (process.env.NODE_ENV === "production") {
    notFound();
  }
  return <Gallery />;
}
