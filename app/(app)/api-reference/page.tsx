import type { Metadata } from "next";
import { pageSession } from "@/app/_server/page";
import { PageHeader } from "@/components/shell/page-header";
import { LinkButton } from "@/components/ui/form/link-button";
import { describeApi } from "@/lib/http/openapi";
import { Access } from "./access";
import { ErrorCodes } from "./error-codes";
import { OperationPanel } from "./operation-panel";

export const metadata: Metadata = { title: "API reference" };

/** The API as `/api/openapi.json` describes it, for people to read. */
export default async function ApiReferencePage() {
  const { runtime } = await pageSession();
  const api = describeApi(runtime.appUrl);
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  return (
    <>
      <PageHeader title="API reference" tools={<LinkButton href="/api/openapi.json">openapi.json</LinkButton>} />
      <main id="main" className="page-grid">
        <Access api={api} operations={operations} />
        <ErrorCodes />
        {operations.map(({ method, path, operation }) => (
          <OperationPanel key={operation.operationId} api={api} method={method} path={path} operation={operation} />
        ))}
      </main>
    </>
  );
}
