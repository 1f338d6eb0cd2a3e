"use client";

import type { ReactNode } from "react";
import { type ButtonLook, buttonClass } from "@/components/ui/form/button-class";
import { splitLongAddress } from "@/lib/shared/long-address";
import { download } from "./download";

interface Props extends ButtonLook {
  href: string;
  label: string;
  children: ReactNode;
}

/** A link to a file of the API; where its address is too long for a link, a press asks for the file by POST. */
export function DownloadLink({ href, label, children, ...look }: Props) {
  const isLong = splitLongAddress(href) !== null;
  return (
    <a
      href={isLong ? "#" : href}
      download={!isLong}
      onClick={(event) => {
        if (isLong) {
          event.preventDefault();
          download(href);
        }
      }}
      data-no-wall=""
      className={buttonClass(look)}
      aria-label={label}
    >
      {children}
    </a>
  );
}
