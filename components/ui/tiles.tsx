import type { ReactNode } from "react";

/**
 * Tiles side by side in one box, as many as fit. Each draws its right and lower hairline; the box cuts the outermost
 * off, whatever the number of columns.
 */
export function Tiles({ children, label = "Key figures" }: { children: ReactNode; label?: string }) {
  return (
    <section aria-label={label} className="col-span-full overflow-hidden rounded-panel border border-line bg-surface">
      <div className="-mr-px -mb-px grid grid-cols-[repeat(auto-fit,minmax(min(150px,50%),1fr))]">{children}</div>
    </section>
  );
}
