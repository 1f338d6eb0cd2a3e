type ButtonVariant = "default" | "ghost" | "primary";
type ButtonSize = "small" | "medium";

export interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Square, for a single icon. */
  isIcon?: boolean;
}

const VARIANTS: Record<ButtonVariant, string> = {
  default: "border-line bg-surface text-ink hover:border-line-strong hover:bg-sunken aria-expanded:border-line-strong",
  ghost: "border-transparent text-ink-2 hover:bg-sunken hover:text-ink aria-expanded:bg-sunken",
  primary: "border-accent bg-accent text-on-accent hover:opacity-90",
};

const SIZES: Record<ButtonSize, string> = { small: "h-6 text-s", medium: "h-[30px] text-m" };
const PADDING: Record<ButtonSize, string> = { small: "px-2", medium: "px-2.5" };
const SQUARE: Record<ButtonSize, string> = { small: "w-6", medium: "w-[30px]" };

/** The look of a button, for `Button` and for links that must look like one. */
export function buttonClass({ variant = "default", size = "medium", isIcon = false }: ButtonLook = {}): string {
  return [
    "inline-flex shrink-0 cursor-pointer items-center justify-center gap-[7px] whitespace-nowrap rounded-control border",
    "font-medium transition-colors data-disabled:cursor-default data-disabled:opacity-50 active:translate-y-px",
    "[&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:stroke-[1.6]",
    VARIANTS[variant],
    SIZES[size],
    isIcon ? SQUARE[size] : PADDING[size],
  ].join(" ");
}
