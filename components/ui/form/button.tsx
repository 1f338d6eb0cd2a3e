"use client";

import type { Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { type ButtonLook, buttonClass } from "./button-class";

export interface ButtonProps extends Omit<AriaButtonProps, "className">, ButtonLook {
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A button; one of an icon alone needs an `aria-label`. */
export function Button({ variant, size, isIcon, className = "", ...props }: ButtonProps) {
  return <AriaButton {...props} className={`${buttonClass({ variant, size, isIcon })} ${className}`} />;
}
