import { redirect } from "next/navigation";
import { pageSession } from "@/app/_server/page";
import { kioskName, kioskPages } from "@/components/shell/kiosk";

/** The address of kiosk mode, to keep for a screen on the wall: `/wall?pages=overview,queues&seconds=20`, with any range and filters. */
export default async function WallPage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  await pageSession();
  const { pages: names = "overview", ...rest } = await searchParams;
  const pages = kioskPages([names].flat().join(",").split(","));
  const search = new URLSearchParams(
    Object.entries(rest).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
  );
  search.set("wall", pages.map(kioskName).join(","));
  redirect(`${pages[0]?.path ?? "/"}?${search}`);
}
