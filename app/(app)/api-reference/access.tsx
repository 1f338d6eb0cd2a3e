import { Panel } from "@/components/ui/panel/panel";
import type { DescribedOperation, OpenApi } from "@/lib/http/openapi";
import { Code } from "./code";

interface Props {
  api: OpenApi;
  operations: readonly { method: string; path: string; operation: DescribedOperation }[];
}

/** How a script shows who it is, and the way to each operation. */
export function Access({ api, operations }: Props) {
  const { token, session } = api.components.securitySchemes;
  return (
    <>
      <Panel title="Access" span={5}>
        <p>{api.info.description}</p>
        <dl className="my-3 grid gap-2">
          <div>
            <dt className="font-medium">Token</dt>
            <dd className="text-ink-2">{token?.description}</dd>
          </div>
          <div>
            <dt className="font-medium">Session</dt>
            <dd className="text-ink-2">{session?.description}</dd>
          </div>
        </dl>
        <Code>{`export CALLBOARD_TOKEN=cb_…\ncurl -H "Authorization: Bearer $CALLBOARD_TOKEN" ${api.servers[0]?.url}/api/options`}</Code>
      </Panel>
      <Panel title="Operations" span={7}>
        <ul className="gap-x-6 sm:columns-2 lg:columns-1 xl:columns-2">
          {operations.map(({ method, path, operation }) => (
            <li key={operation.operationId} className="break-inside-avoid">
              <a
                href={`#${operation.operationId}`}
                className="inline-flex min-h-6 items-baseline gap-2 hover:underline"
              >
                <b className="w-14 shrink-0 font-medium text-ink-3 text-s">{method}</b>
                <span className="wrap-anywhere">{path}</span>
              </a>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
