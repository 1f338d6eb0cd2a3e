/** The product's mark and name. */
export function Wordmark() {
  return (
    <span className="flex items-center gap-2 px-2 font-semibold text-l tracking-tight">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <rect width="20" height="20" rx="5" fill="var(--accent)" />
        <path
          d="M5.5 13.5V10M10 13.5V6.5M14.5 13.5V8.5"
          stroke="var(--on-accent)"
          strokeWidth="2.2"
          strokeLinecap="round"
        />
      </svg>
      <span>Callboard</span>
    </span>
  );
}
