import type { JsonSchema, Parameter } from "@/lib/http/openapi";

/** The parameters of an operation: what each may be, and what it means; on a phone one below the other. */
export function ParametersTable({ label, parameters }: { label: string; parameters: readonly Parameter[] }) {
  return (
    <ul aria-label={`Parameters of ${label}`}>
      {parameters.map(({ name, in: place, required, schema, description }) => (
        <li
          key={name}
          className="grid gap-x-4 border-line border-t py-1.5 md:grid-cols-[190px_minmax(0,1fr)_minmax(0,1.4fr)]"
        >
          <p>
            <b className="font-semibold">{name}</b>{" "}
            <span className="text-ink-3 text-s">
              {place === "query" ? "" : `in the ${place}`}
              {required && (place === "query" ? "required" : ", required")}
            </span>
          </p>
          <p className="text-ink-2 max-md:text-s">{valueWords(schema)}</p>
          <p className="min-w-0">{description}</p>
        </li>
      ))}
    </ul>
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
