"use client";

import { useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Panel } from "@/components/ui/panel";
import { TextField } from "@/components/ui/text-field";
import { type Field, findFields, isBranch } from "./raw-fields";

/** The record as the source gave it, with every field that has no place elsewhere. */
export function RawRecord({ raw }: { raw: unknown }) {
  const [sought, setSought] = useState("");
  if (raw === null || raw === undefined) {
    return (
      <Panel title="Raw record">
        <p className="text-ink-3">Shown to those who may see customers’ personal data.</p>
      </Panel>
    );
  }
  const fields = isBranch(raw) ? Object.entries(raw) : [];
  const tools = <CopyButton label="Copy the raw record" what="Raw record" text={JSON.stringify(raw, null, 2)} />;
  return (
    <Panel title="Raw record" note={`${fields.length} fields, as the source gave it`} tools={tools}>
      <div className="max-w-96">
        <TextField label="Find a field or a value" value={sought} onChange={setSought} />
      </div>
      <section aria-label="Fields of the raw record" className="mt-2 text-s">
        {sought.trim() === "" ? (
          // What holds others stands apart: opened, it moves nothing but its like.
          <div className="grid items-start gap-x-8 lg:grid-cols-2">
            {[false, true].map((isOfBranches) => (
              <ul key={String(isOfBranches)}>
                {fields
                  .filter(([, value]) => isBranch(value) === isOfBranches)
                  .map(([name, value]) => (
                    <Node key={name} name={name} value={value} />
                  ))}
              </ul>
            ))}
          </div>
        ) : (
          <Found fields={findFields(raw, sought)} sought={sought} />
        )}
      </section>
    </Panel>
  );
}

/** A field; one that holds others opens and closes. */
function Node({ name, value }: { name: string; value: unknown }) {
  if (!isBranch(value)) {
    return (
      <li className="py-0.5 pl-4 [overflow-wrap:anywhere]">
        <Leaf name={name} value={value} />
      </li>
    );
  }
  const fields = Object.entries(value);
  const size = Array.isArray(value) ? `[${fields.length}]` : `{${fields.length}}`;
  return (
    <li className="py-0.5">
      <details>
        <summary className="min-h-6 cursor-pointer rounded-small py-0.5 pl-0.5 leading-5 marker:text-ink-3">
          <span className="text-ink-2">{name}</span> <span className="text-ink-3">{size}</span>
        </summary>
        <ul className="ml-1.5 border-line border-l pl-2">
          {fields.map(([field, inner]) => (
            <Node key={field} name={field} value={inner} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function Leaf({ name, value }: { name: string; value: unknown }) {
  return (
    <>
      <span className="text-ink-2">{name}</span>{" "}
      <bdi className={value === null || value === "" ? "text-ink-3" : "text-ink"}>{JSON.stringify(value)}</bdi>
    </>
  );
}

function Found({ fields, sought }: { fields: readonly Field[]; sought: string }) {
  return (
    <>
      <p role="status" className="pb-1 text-ink-3">
        {fields.length === 0
          ? `No field and no value holds “${sought}”.`
          : `${fields.length} field${fields.length === 1 ? "" : "s"}`}
      </p>
      <ul>
        {fields.map(({ path, value }) => (
          <li key={path} className="py-0.5 [overflow-wrap:anywhere]">
            <Leaf name={path} value={value} />
          </li>
        ))}
      </ul>
    </>
  );
}
