import { useApp } from "@/components/data/app-context";
import type { ErasedConversation } from "@/lib/shared/contract";
import { formatDay, formatTime, formatValue, MISSING } from "@/lib/shared/format";

/** The conversations that the source no longer holds, the last erased first. */
export function ErasedList({ erased }: { erased: readonly ErasedConversation[] }) {
  const { timeZone } = useApp();
  const at = (instant: string | null) =>
    instant === null ? MISSING : `${formatDay(instant, timeZone)}, ${formatTime(instant, timeZone)}`;
  return (
    <details className="border-line border-t pt-2">
      <summary className="cursor-pointer marker:text-ink-3">
        Erased at the source: {formatValue(erased.length, "count")} listed
      </summary>
      <section
        aria-label="Erased at the source"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
        tabIndex={0}
        className="mt-2 max-h-64 overflow-auto"
      >
        <table className="w-full text-left text-s">
          <thead className="text-ink-3">
            <tr>
              {["Conversation", "Started", "Last seen", "First missed"].map((heading) => (
                <th key={heading} scope="col" className="py-1 pr-4 font-medium">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {erased.map(({ id, startedAt, lastSeenAt, firstMissedAt }) => (
              <tr key={id} className="border-line border-t">
                <td className="wrap-anywhere py-1 pr-4">{id}</td>
                <td className="whitespace-nowrap py-1 pr-4">{at(startedAt)}</td>
                <td className="whitespace-nowrap py-1 pr-4">{at(lastSeenAt)}</td>
                <td className="whitespace-nowrap py-1 pr-4">{at(firstMissedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
