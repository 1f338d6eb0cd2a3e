import type { ReactNode } from "react";
import { type PanelSpan, SPANS } from "./panel";

/** Panels one below the other in the place of one; the last takes the room that is left. */
export function PanelStack({ span, children }: { span: PanelSpan; children: ReactNode }) {
  return (
    <div className={`col-span-full grid min-w-0 grid-rows-[auto_1fr] gap-3 md:gap-4 ${SPANS[span]}`}>{children}</div>
  );
}
