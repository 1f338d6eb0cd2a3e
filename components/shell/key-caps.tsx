import { nameKey } from "./keys";

/** Keys as they stand on a keyboard. */
export function KeyCaps({ keys }: { keys: readonly string[] }) {
  return (
    <span className="inline-flex gap-1">
      {keys.map((key) => (
        <kbd
          key={key}
          className="min-w-5 rounded-small border border-line-strong bg-sunken px-1 text-center font-sans text-ink-2 text-xs leading-[18px]"
        >
          {nameKey(key)}
        </kbd>
      ))}
    </span>
  );
}
