"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";
import { conversationQuery } from "@/components/data/queries";
import { PanelFailure } from "@/components/panels/panel-failure";
import { Button } from "@/components/ui/form/button";
import { CopyButton } from "@/components/ui/form/copy-button";
import { Disclosure } from "@/components/ui/form/disclosure";
import { TextField } from "@/components/ui/form/text-field";
import { Chunks } from "@/components/ui/panel/in-sight";
import { Panel } from "@/components/ui/panel/panel";
import { MOST_LETTERS } from "./cut";
import { type Field, findFields, isBranch } from "./raw-fields";

const CHUNK = 100;
const ROW_HEIGHT = 24;

interface Props {
  id: string;
  raw: unknown;
  /** Characters of the record where it is too long to come with the page; null where it came, or may not be seen. */
  rawLength: number | null;
}

/** The record as the source gave it, with every field that has no place elsewhere. */
export function RawRecord({ id, raw, rawLength }: Props) {
  if (rawLength !== null) {
    return <LongRecord id={id} length={rawLength} />;
  }
  return raw === null || raw === undefined ? <NoRecord /> : <ReadRecord raw={raw} />;
}

function NoRecord() {
  return (
    <Panel title="Raw record">
      <p className="text-ink-3">Shown to those who may see customers’ personal data.</p>
    </Panel>
  );
}

/** Fetched once it is asked for. */
function LongRecord({ id, length }: { id: string; length: number }) {
  const [isAsked, setAsked] = useState(false);
  const { data, error, refetch } = useQuery({ ...conversationQuery(id), enabled: isAsked });
  if (data) {
    return data.raw === null ? <NoRecord /> : <ReadRecord raw={data.raw} isAsked />;
  }
  return (
    <Panel title="Raw record" note={`${length.toLocaleString("en-GB")} characters`}>
      {error ? (
        <PanelFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <Button isPending={isAsked} onPress={() => setAsked(true)}>
          {isAsked ? "Loading…" : "Show the raw record"}
        </Button>
      )}
    </Panel>
  );
}

/** `isAsked`: it takes the focus of the button that asked for it. */
function ReadRecord({ raw, isAsked = false }: { raw: unknown; isAsked?: boolean }) {
  const [sought, setSought] = useState("");
  const fields = isBranch(raw) ? Object.entries(raw) : [];
  const tools = <CopyButton label="Copy the raw record" what="Raw record" text={() => JSON.stringify(raw, null, 2)} />;
  return (
    <Panel title="Raw record" note={`${fields.length} fields, as the source gave it`} tools={tools}>
      <div className="max-w-96">
        <TextField label="Find a field or a value" value={sought} onChange={setSought} autoFocus={isAsked} />
      </div>
      <section aria-label="Fields of the raw record" className="mt-2 text-s">
        {sought.trim() === "" ? (
          // What holds others stands apart: opened, it moves nothing but its like.
          <div className="grid items-start gap-x-8 lg:grid-cols-2">
            {[false, true].map((isOfBranches) => (
              <div key={String(isOfBranches)} className="min-w-0">
                <Nodes fields={fields.filter(([, value]) => isBranch(value) === isOfBranches)} />
              </div>
            ))}
          </div>
        ) : (
          <Found raw={raw} sought={sought} />
        )}
      </section>
    </Panel>
  );
}

function Nodes({ fields, className }: { fields: readonly [string, unknown][]; className?: string }) {
  return (
    <Chunks items={fields} size={CHUNK} heightOf={() => ROW_HEIGHT}>
      {(chunk) => (
        <ul className={className}>
          {chunk.map(([name, value]) => (
            <Node key={name} name={name} value={value} />
          ))}
        </ul>
      )}
    </Chunks>
  );
}

/** A field; one that holds others opens and closes, and draws them only while it is open. */
function Node({ name, value }: { name: string; value: unknown }) {
  if (!isBranch(value)) {
    return (
      <li className="py-0.5 pl-4 [overflow-wrap:anywhere]">
        <Leaf name={name} value={value} />
      </li>
    );
  }
  const count = Array.isArray(value) ? value.length : Object.keys(value).length;
  return (
    <li className="py-0.5">
      <Disclosure
        summaryClassName="min-h-6 rounded-small py-0.5 pl-0.5 leading-5 marker:text-ink-3"
        summary={
          <>
            <span className="text-ink-2">{name}</span>{" "}
            <span className="text-ink-3">{Array.isArray(value) ? `[${count}]` : `{${count}}`}</span>
          </>
        }
      >
        {() => <Nodes fields={Object.entries(value)} className="ml-1.5 border-line border-l pl-2" />}
      </Disclosure>
    </li>
  );
}

function Leaf({ name, value }: { name: string; value: unknown }) {
  const isLong = typeof value === "string" && value.length > MOST_LETTERS;
  return (
    <>
      <span className="text-ink-2">{name}</span>{" "}
      <bdi className={value === null || value === "" ? "text-ink-3" : "text-ink"}>
        {JSON.stringify(isLong ? value.slice(0, MOST_LETTERS) : value)}
      </bdi>
      {isLong && (
        <span className="whitespace-nowrap text-ink-3">
          {" "}
          … {value.length.toLocaleString("en-GB")} characters{" "}
          <CopyButton label={`Copy all of ${name}`} what="Value" text={value} />
        </span>
      )}
    </>
  );
}

function Found({ raw, sought }: { raw: unknown; sought: string }) {
  const deferred = useDeferredValue(sought);
  const fields = useMemo(() => findFields(raw, deferred), [raw, deferred]);
  return (
    <>
      <p role="status" className="pb-1 text-ink-3">
        {fields.length === 0
          ? `No field and no value holds “${deferred}”.`
          : `${fields.length} field${fields.length === 1 ? "" : "s"}`}
      </p>
      <Chunks key={deferred} items={fields} size={CHUNK} heightOf={() => ROW_HEIGHT}>
        {(chunk: readonly Field[]) => (
          <ul>
            {chunk.map(({ path, value }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two fields can have one path, {"a.b"} and {"a":{"b"}}, and the list is drawn anew
              <li key={index} className="py-0.5 [overflow-wrap:anywhere]">
                <Leaf name={path} value={value} />
              </li>
            ))}
          </ul>
        )}
      </Chunks>
    </>
  );
}
