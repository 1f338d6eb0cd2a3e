"use client";

import { useQueryClient } from "@tanstack/react-query";
import { sendJson } from "@/components/data/send-json";
import { Confirm } from "@/components/ui/overlay/confirm";
import { showToast } from "@/components/ui/overlay/toast";
import type { TokenItem } from "@/lib/shared/tokens";
import { tokensQuery } from "./settings-queries";

/** Asks before a token ends. */
export function RevokeToken({ token: { id, name }, onClose }: { token: TokenItem; onClose: () => void }) {
  const client = useQueryClient();
  return (
    <Confirm
      title={`Revoke ${name}?`}
      action="Revoke"
      onClose={onClose}
      onConfirm={async () => {
        await sendJson("DELETE", `/api/tokens/${encodeURIComponent(id)}`);
        await client.invalidateQueries({ queryKey: tokensQuery().queryKey });
        showToast(`${name} was revoked.`);
        onClose();
      }}
    >
      <p className="text-ink-2">Scripts that use it are refused from now on. This cannot be undone.</p>
    </Confirm>
  );
}
