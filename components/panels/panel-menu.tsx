"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Download, Ellipsis } from "lucide-react";
import { type RefObject, useState } from "react";
import { useApp } from "@/components/data/app-context";
import { optionsQuery } from "@/components/data/queries";
import { useRange } from "@/components/data/use-range";
import { useView } from "@/components/data/use-view";
import { formatRange } from "@/components/ui/date/date-presets";
import { download } from "@/components/ui/overlay/download";
import { DownloadLink } from "@/components/ui/overlay/download-link";
import { lazyOverlay } from "@/components/ui/overlay/lazy-overlay";
import { MenuButton } from "@/components/ui/overlay/menu";
import { showToast } from "@/components/ui/overlay/toast";
import { savePicture } from "@/components/ui/panel/save-picture";
import type { DatasetReply } from "@/lib/shared/contract";
import { describeFilters } from "@/lib/shared/describe-filter";
import { formatZone } from "@/lib/shared/format";

const Definitions = lazyOverlay(() => import("./definitions").then((file) => file.Definitions));

const ELLIPSIS = <Ellipsis aria-hidden />;

interface Props {
  title: string;
  csvHref: string;
  reply: DatasetReply | undefined;
  isTable: boolean;
  onTableChange: (isTable: boolean) => void;
  onFullScreen: () => void;
  /** What a picture shows. */
  panel: RefObject<HTMLElement | null>;
}

/** A panel's tools: its CSV one click away, and behind one button its table, picture, full screen and definitions. */
export function PanelMenu({ title, csvHref, reply, isTable, onTableChange, onFullScreen, panel }: Props) {
  const [isDefining, setDefining] = useState(false);
  const captionOf = usePictureCaption();
  const save = () => {
    if (panel.current) {
      savePicture({ element: panel.current, ...captionOf(title) }).catch(() =>
        showToast("The picture could not be made. Try another browser.", "bad"),
      );
    }
  };
  const items = [
    { id: "table", label: isTable ? "Show as chart" : "Show as table", onAction: () => onTableChange(!isTable) },
    { id: "full", label: "Full screen", onAction: onFullScreen },
    { id: "excel", label: "CSV for Excel", onAction: () => download(`${csvHref}&excel=1`) },
    { id: "png", label: "Save as PNG", onAction: save },
    { id: "what", label: "What it counts", onAction: () => setDefining(true) },
  ];
  return (
    <>
      <DownloadLink href={csvHref} label={`${title} as CSV`} variant="ghost" size="small">
        <Download aria-hidden /> CSV
      </DownloadLink>
      <MenuButton variant="ghost" size="small" isIcon label={`${title}: more`} items={items}>
        {ELLIPSIS}
      </MenuButton>
      {isDefining && (
        <Definitions
          title={title}
          columns={reply?.columns ?? []}
          leftOut={reply?.leftOut ?? []}
          onClose={() => setDefining(false)}
        />
      )}
    </>
  );
}

/** Says what stands at a picture's foot, and what its file is called: it leaves the page that would say it. */
function usePictureCaption(): (title: string) => { caption: string; fileName: string } {
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
