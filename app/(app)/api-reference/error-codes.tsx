import { Panel } from "@/components/ui/panel/panel";
import { ScrollRegion } from "@/components/ui/table/scroll-region";
import { ERROR_STATUS } from "@/lib/http/respond";
import { ERROR_CODES, ERROR_MEANINGS } from "@/lib/shared/errors";
import { Code } from "./code";

/** The codes that scripts may rely on. */
export function ErrorCodes() {
  return (
    <Panel title="Errors" note="their codes do not change">
      <Code>{'{ "error": { "code": "invalid_parameter", "message": "…", "details": { "parameter": "from" } } }'}</Code>
      <div className="mt-3">
        <ScrollRegion label="Errors">
          <table className="data-table">
            <caption className="sr-only">Error codes</caption>
            <thead>
              <tr>
                <th scope="col">Code</th>
                <th scope="col">Status</th>
                <th scope="col">Meaning</th>
              </tr>
            </thead>
            <tbody>
              {ERROR_CODES.map((code) => (
                <tr key={code}>
                  <th scope="row">{code}</th>
                  <td>{ERROR_STATUS[code]}</td>
                  <td className="wrap-anywhere whitespace-normal">{ERROR_MEANINGS[code]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </div>
    </Panel>
  );
}
