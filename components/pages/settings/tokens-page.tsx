"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { sendJson } from "@/components/data/send-json";
import { PanelFailure } from "@/components/panels/panel-failure";
import { Button } from "@/components/ui/form/button";
import { Confirm } from "@/components/ui/overlay/confirm";
import { showToast } from "@/components/ui/overlay/toast";
import { Panel } from "@/components/ui/panel/panel";
import { Empty, Loading } from "@/components/ui/panel/panel-state";
import type { TokenItem } from "@/lib/shared/tokens";
import { NewToken } from "./new-token";
import { tokensQuery } from "./settings-queries";
import { TokensTable } from "./tokens-table";

/** Settings, API tokens: one's own, for scripts. */
export function TokensPage({ appUrl }: { appUrl: string }) {
  const { data, error, refetch } = useQuery(tokensQuery());
  const [isMaking, setMaking] = useState(false);
  const [revoked, setRevoked] = useState<TokenItem | null>(null);
  const make = (
    <Button onPress={() => setMaking(true)}>
      <KeyRound aria-hidden /> New token
    </Button>
  );
  const hasTokens = data !== undefined && data.tokens.length > 0;
  return (
    <Panel title="API tokens" note="yours alone" tools={hasTokens && <span className="pr-2">{make}</span>}>
      <p className="max-w-[80ch] pb-3 text-ink-2">
        A token lets a script read what you may read, without your password. What can be asked for stands in the{" "}
        <Link href="/api-reference" className="underline underline-offset-2">
          API reference
        </Link>
        .
      </p>
      {data ? (
        hasTokens ? (
          <TokensTable tokens={data.tokens} onRevoke={setRevoked} />
        ) : (
          <div className="pb-4">
            <Empty message="You have no token." action={make} />
          </div>
        )
      ) : error ? (
        <PanelFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading height={160} />
      )}
      {isMaking && <NewToken appUrl={appUrl} onClose={() => setMaking(false)} />}
      {revoked && <RevokeToken token={revoked} onClose={() => setRevoked(null)} />}
    </Panel>
  );
}

/** Asks before a token ends. */
function RevokeToken({ token: { id, name }, onClose }: { token: TokenItem; onClose: () => void }) {
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
