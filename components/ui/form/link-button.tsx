import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button-class";

export interface LinkButtonProps extends ComponentProps<"a">, ButtonLook {}

/** A plain link that looks like a button: downloads, other sites. Within the app give Next's Link a `buttonClass()`. */
export function LinkButton({ variant, size, isIcon, className = "", ...props }: LinkButtonProps) {
  return <a {...props} className={`${buttonClass({ variant, size, isIcon })} ${className}`} />;
}
