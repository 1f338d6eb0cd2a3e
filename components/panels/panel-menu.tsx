"use client";

import { Download, Ellipsis } from "lucide-react";
import { type RefObject, useState } from "react";
import { download } from "@/components/ui/overlay/download";
import { DownloadLink } from "@/components/ui/overlay/download-link";
import { lazyOverlay } from "@/components/ui/overlay/lazy-overlay";
import { MenuButton } from "@/components/ui/overlay/menu";
import { showToast } from "@/components/ui/overlay/toast";
import { savePicture } from "@/components/ui/panel/save-picture";
import type { DatasetReply } from "@/lib/shared/contract";
import { usePictureCaption } from "./picture-caption";

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
