"use client";

import { type ReactNode, type RefObject, useEffect, useEffectEvent } from "react";
import { Tooltip, type TooltipTriggerState, TooltipTriggerStateContext } from "react-aria-components";
import { SURFACE_CLASS } from "./surface-class";

interface Props {
  id: string;
  triggerRef: RefObject<HTMLElement | null>;
  state: TooltipTriggerState;
  children: ReactNode;
}

/** A tooltip that is shown. */
export function TooltipBox({ id, triggerRef, state, children }: Props) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "Escape") {
      // Puts the tooltip away alone, not what it stands in.
      event.stopPropagation();
      state.close(true);
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen, true);
    return () => document.removeEventListener("keydown", listen, true);
  }, []);
  // react-aria takes the id, though its types do not say so.
  const named = { id };
  return (
    <TooltipTriggerStateContext value={state}>
      <Tooltip
        {...named}
        triggerRef={triggerRef}
        offset={6}
        className={`${SURFACE_CLASS} max-w-72 px-2.5 py-1.5 text-s`}
      >
        {children}
      </Tooltip>
    </TooltipTriggerStateContext>
  );
}
