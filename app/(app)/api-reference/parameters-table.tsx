import { ScrollRegion } from "@/components/ui/scroll-region";
import type { JsonSchema, Parameter } from "@/lib/http/openapi";

/** The parameters of an operation: what each may be, and what it means. */
export function ParametersTable({ label, parameters }: { label: string; parameters: readonly Parameter[] }) {
  return (
    <ScrollRegion label={`${label}, parameters`}>
      <table className="data-table">
        <caption className="sr-only">Parameters of {label}</caption>
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">In</th>
            <th scope="col">Value</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ name, in: place, required, schema, description }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                {required && <span className="font-normal text-ink-3"> required</span>}
              </th>
              <td>{place}</td>
              <td className="min-w-48 whitespace-normal">{valueWords(schema)}</td>
              <td className="min-w-72 whitespace-normal">{description}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function valueWords(schema: JsonSchema): string {
  const otherwise = schema.default === undefined ? "" : `; otherwise ${String(schema.default)}`;
  if (schema.items) {
    const most = typeof schema.maxItems === "number" ? `, up to ${schema.maxItems} times` : ", any number of times";
    return `${valueWords(schema.items)}${most}`;
  }
  const [least, most] = [schema.minimum, schema.maximum];
  const between = least === undefined || most === undefined ? "" : ` from ${String(least)} to ${String(most)}`;
  return `${schema.enum ? schema.enum.map(String).join(", ") : [schema.type].flat().join(" or ")}${between}${otherwise}`;
}
