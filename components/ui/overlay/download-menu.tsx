"use client";

import { ChevronDown, Download } from "lucide-react";
import type { ButtonLook } from "@/components/ui/form/button-class";
import { download } from "./download";
import { DownloadLink } from "./download-link";
import { MenuButton } from "./menu";

interface Props extends Pick<ButtonLook, "size"> {
  href: string;
  /** What the file is called on its button: `CSV`, `ZIP`. */
  kind: string;
  label: string;
  /** Only the icon where there is little room. */
  isShort?: boolean;
}

/** A file one click away, and behind the small button beside it the same file for Excel. */
export function DownloadMenu({ href, kind, label, size, isShort = false }: Props) {
  const items = [{ id: "excel", label: `${kind} for Excel`, onAction: () => download(`${href}&excel=1`) }];
  return (
    <span data-no-wall="" className="inline-flex">
      <DownloadLink href={href} label={label} variant="ghost" size={size}>
        <Download aria-hidden /> <span className={isShort ? "max-sm:sr-only" : ""}>{kind}</span>
      </DownloadLink>
      <MenuButton variant="ghost" size={size} isIcon label={`${kind}: more`} items={items}>
        <ChevronDown aria-hidden className="text-ink-3" />
      </MenuButton>
    </span>
  );
}
