import { Panel } from "@/components/ui/panel/panel";
import type { DescribedOperation, OpenApi } from "@/lib/http/openapi";
import { Code } from "./code";
import { exampleCommand } from "./example";
import { ParametersTable } from "./parameters-table";

interface Props {
  api: OpenApi;
  method: string;
  path: string;
  operation: DescribedOperation;
}

/** One operation: what it does, who may ask, its parameters, its replies, and a command to try it with. */
export function OperationPanel({ api, method, path, operation }: Props) {
  const { operationId, summary, description, security, parameters, responses } = operation;
  const schemes = security.flatMap((one) => Object.keys(one));
  const access = schemes.length === 0 ? "Open to all." : `Asks for a ${schemes.join(" or a ")}.`;
  return (
    <div id={operationId} className="col-span-full grid min-w-0 scroll-mt-16">
      <Panel title={`${method} ${path}`}>
        <p>{summary}</p>
        <p className="text-ink-3 text-s">
          {access} {description}
        </p>
        <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-3">
          {parameters.length > 0 && <ParametersTable label={`${method} ${path}`} parameters={parameters} />}
          <Code>{exampleCommand(api, method, path, operation)}</Code>
          <ul className="grid gap-0.5 text-s">
            {Object.entries(responses).map(([status, reply]) => (
              <li key={status} className="grid grid-cols-[56px_minmax(0,1fr)]">
                <b className="font-medium">{status}</b>
                <span className="wrap-anywhere text-ink-2">
                  {reply.description}
                  {status.startsWith("2") && reply.content && ` ${contentOf(reply.content)}`}
                </span>
              </li>
            ))}
          </ul>
        </div>
      </Panel>
    </div>
  );
}

/** `application/json (Dataset), text/csv` */
function contentOf(content: NonNullable<DescribedOperation["responses"][string]["content"]>): string {
  const names = Object.entries(content).map(([type, { schema }]) => {
    const name = schema.$ref?.split("/").at(-1);
    return name ? `${type} (${name})` : type;
  });
  return `${names.join(", ")}.`;
}
