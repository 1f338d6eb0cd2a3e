import { redirect } from "next/navigation";
import { pageSession } from "@/app/_server/page";
import { wallName, wallPages } from "@/components/shell/wall";

/** An address to keep for a screen on the wall: `/wall?pages=overview,queues&seconds=20`, with any range and filters. */
export default async function WallPage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  await pageSession();
  const { pages: asked = "overview", ...rest } = await searchParams;
  const pages = wallPages([asked].flat().join(",").split(","));
  const search = new URLSearchParams(
    Object.entries(rest).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
  );
  search.set("wall", pages.map(wallName).join(","));
  redirect(`${pages[0]?.path ?? "/"}?${search}`);
}
