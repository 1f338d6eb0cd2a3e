"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useApp } from "@/components/data/app-context";
import { optionsQuery } from "@/components/data/queries";
import { useRange } from "@/components/data/use-range";
import { useView } from "@/components/data/use-view";
import { formatRange } from "@/components/ui/date/date-presets";
import { describeFilters } from "@/lib/shared/describe-filter";
import { formatZone } from "@/lib/shared/format";

/** Says what stands at a picture's foot, and what its file is called: it leaves the page that would say it. */
export function usePictureCaption(): (title: string) => { caption: string; fileName: string } {
  const [view] = useView();
  const { timeZone } = useApp();
  const { from, to } = useRange();
  const client = useQueryClient();
  return (title) => {
    const options = client.getQueryData(optionsQuery().queryKey);
    const filters = describeFilters(view, options).map(({ label, value }) => `${label} ${value}`);
    return {
      caption: [`${formatRange({ from, to })}, ${formatZone(timeZone)} time`, ...filters].join(" · "),
      fileName: `callboard_${slugOf(title)}_${slugOf(from)}_${slugOf(to)}.png`,
    };
  };
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
