"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sendJson } from "@/components/data/send-json";
import { Segmented } from "@/components/ui/form/segmented";
import { TextField } from "@/components/ui/form/text-field";
import { Confirm } from "@/components/ui/overlay/confirm";
import { LONGEST_TOKEN_NAME, type NewToken as NewTokenBody, tokenMadeSchema } from "@/lib/shared/tokens";
import { tokensQuery } from "./settings-queries";
import { ShownOnce } from "./shown-once";

const LIVES = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "1 year" },
  { value: "never", label: "No end" },
] as const;
type Life = (typeof LIVES)[number]["value"];

/** Makes a token, then shows it this once. */
export function NewToken({ appUrl, onClose }: { appUrl: string; onClose: () => void }) {
  const client = useQueryClient();
  const [life, setLife] = useState<Life>("90");
  const [token, setToken] = useState<string | null>(null);
  if (token !== null) {
    return (
      <ShownOnce title="Your new token" what="Token" secret={token} onClose={onClose}>
        Copy it now: it is kept as a hash and not shown again. Send it as “Authorization: Bearer …” to {appUrl}/api.
      </ShownOnce>
    );
  }
  return (
    <Confirm
      title="New token"
      action="Make it"
      onClose={onClose}
      onConfirm={async (fields) => {
        const expiresInDays = life === "never" ? undefined : Number(life);
        const body: NewTokenBody = { name: String(fields.get("name")), expiresInDays };
        const made = tokenMadeSchema.parse(await sendJson("POST", "/api/tokens", body));
        await client.invalidateQueries({ queryKey: tokensQuery().queryKey });
        setToken(made.token);
      }}
    >
      <TextField
        label="Name"
        name="name"
        isRequired
        maxLength={LONGEST_TOKEN_NAME}
        autoComplete="off"
        autoFocus
        description="What it is for: “Weekly report”."
      />
      <div className="grid gap-1">
        <span className="font-medium text-ink-2 text-s">Ends after</span>
        <span>
          <Segmented label="Ends after" items={LIVES} value={life} onChange={setLife} />
        </span>
      </div>
    </Confirm>
  );
}
