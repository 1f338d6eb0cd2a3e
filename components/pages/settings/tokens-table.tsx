"use client";

import { useApp } from "@/components/data/app-context";
import { Button } from "@/components/ui/form/button";
import { ScrollRegion } from "@/components/ui/table/scroll-region";
import { formatDay, formatTime } from "@/lib/shared/format";
import type { TokenItem } from "@/lib/shared/tokens";

interface Props {
  tokens: readonly TokenItem[];
  onRevoke: (token: TokenItem) => void;
}

export function TokensTable({ tokens, onRevoke }: Props) {
  return (
    <ScrollRegion label="API tokens">
      <table className="data-table">
        <caption className="sr-only">API tokens</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" className="max-md:hidden">
              Made
            </th>
            <th scope="col">Ends</th>
            <th scope="col" className="max-md:hidden">
              Last used
            </th>
            <th scope="col">
              <span className="sr-only">Revoke</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} onRevoke={() => onRevoke(token)} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function TokenRow({ token, onRevoke }: { token: TokenItem; onRevoke: () => void }) {
  const { timeZone, today } = useApp();
  const { name, start, createdAt, expiresAt, lastUsedAt } = token;
  const isOver = expiresAt !== null && new Date(expiresAt).toLocaleDateString("sv-SE", { timeZone }) < today;
  return (
    <tr>
      <th scope="row" className="max-w-80 max-md:max-w-40">
        <span className="block truncate font-medium" title={name}>
          <bdi>{name}</bdi>
        </span>
        <code className="text-ink-3 text-s">{start}…</code>
      </th>
      <td className="text-ink-2 max-md:hidden">{formatDay(createdAt, timeZone)}</td>
      <td className={isOver ? "text-bad" : "text-ink-2"}>
        {expiresAt === null ? "Never" : `${isOver ? "Ended " : ""}${formatDay(expiresAt, timeZone)}`}
      </td>
      <td className="text-ink-2 max-md:hidden">
        {lastUsedAt === null ? "Never" : `${formatDay(lastUsedAt, timeZone)}, ${formatTime(lastUsedAt, timeZone)}`}
      </td>
      <td className="is-number">
        <Button variant="ghost" aria-label={`Revoke ${name}`} onPress={onRevoke}>
          Revoke
        </Button>
      </td>
    </tr>
  );
}
