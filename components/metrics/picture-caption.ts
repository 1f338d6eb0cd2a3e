"use client";

import { useQuery } from "@tanstack/react-query";
import { useApp } from "@/components/data/app-context";
import { optionsQuery } from "@/components/data/queries";
import { useRange } from "@/components/data/use-range";
import { useView } from "@/components/data/use-view";
import { describeFilters } from "@/components/filters/describe-filter";
import { formatRange } from "@/components/ui/date-presets";
import { formatZone } from "@/lib/shared/format";

/** What a picture says at its foot, and what its file is called: it leaves the page that would say it. */
export function usePictureCaption(): { words: string; fileNameOf: (title: string) => string } {
  const [view] = useView();
  const { timeZone } = useApp();
  const { from, to } = useRange();
  const options = useQuery({ ...optionsQuery(), enabled: false });
  const filters = describeFilters(view, options.data).map(({ label, value }) => `${label} ${value}`);
  return {
    words: [`${formatRange({ from, to })}, ${formatZone(timeZone)} time`, ...filters].join(" · "),
    fileNameOf: (title) => `callboard_${slugOf(title)}_${slugOf(from)}_${slugOf(to)}.png`,
  };
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
