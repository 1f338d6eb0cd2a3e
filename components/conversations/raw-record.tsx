import { Panel } from "@/components/ui/panel";

/** The record as the source gave it, for every field that has no place elsewhere. */
export function RawRecord({ raw }: { raw: unknown }) {
  if (raw === null || raw === undefined) {
    return (
      <Panel title="Raw record" span={5}>
        <p className="text-ink-3">Shown to those who may see customers’ personal data.</p>
      </Panel>
    );
  }
  const fields = typeof raw === "object" ? Object.keys(raw).length : 0;
  return (
    <Panel title="Raw record" note="as the source gave it" span={5}>
      <details>
        <summary className="cursor-pointer text-ink-2">{fields} fields</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it. */}
        <pre tabIndex={0} className="mt-2 max-h-96 overflow-auto rounded-small bg-sunken p-3 text-s">
          {JSON.stringify(raw, null, 2)}
        </pre>
      </details>
    </Panel>
  );
}
