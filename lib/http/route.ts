import type { z } from "zod";
import type { ErrorCode } from "@/lib/shared/errors";
import type { QueryContext, Selection } from "@/lib/shared/query";

/** What the parameters of an address are read as: at least a range with filters, and the format of the reply. */
export interface ReadQuery extends Selection {
  format: "json" | "csv";
}

/**
 * A route of the API, declared once: `app/_server/route.ts` builds its handler from this, and `openapi.ts` its
 * description.
 */
export interface Route {
  method: "get" | "post" | "put" | "patch" | "delete";
  /** With parameters in braces: `/api/conversations/{id}`. */
  path: string;
  summary: string;
  /** Who may ask: any session or token, a session alone, or anybody. */
  access: "session or token" | "session" | "anybody";
  /** Only these people. */
  role?: "administrator";
  pathParameters?: z.ZodObject;
  /** The parameters of the address, and what they are read as. */
  query?: { parameters: z.ZodObject; read(search: URLSearchParams, context: QueryContext): ReadQuery };
  /** By POST as well, with the same parameters in the body (as a form or as JSON) where an address cannot hold them. */
  alsoByPost?: true;
  /** As JSON. */
  body?: z.ZodType;
  /** Whole as JSON, a value a line as it comes, or files of these types. */
  reply: { status: number; json?: z.ZodType; lines?: z.ZodType; types?: readonly string[] };
  /** It waits for the person's turn, has a deadline, and is given up once the asker goes. Changes never are. */
  isQuestion?: true;
  /** The reply to GET has an ETag, and 304 is answered to it; `json`: but for its files. */
  hasEtag?: true | "json";
  /** Beside those that its access, its parameters and its body bring. */
  errors?: readonly ErrorCode[];
}

/** One method of a route, as the description has it. */
export interface Operation extends Omit<Route, "alsoByPost"> {
  /** The parameters that a POST takes in its body in place of the address. */
  form?: z.ZodObject;
}

type OutputOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

export type PathOf<R extends Route> = OutputOf<R["pathParameters"]>;
export type QueryOf<R extends Route> = R["query"] extends { read(...args: never): infer Query extends ReadQuery }
  ? Query
  : undefined;
export type BodyOf<R extends Route> = OutputOf<R["body"]>;
/** What a handler answers with where the reply is JSON or lines of it. */
export type ReplyOf<R extends Route> = R["reply"] extends { json: infer Json }
  ? OutputOf<Json>
  : R["reply"] extends { lines: infer Line }
    ? AsyncGenerator<OutputOf<Line>>
    : undefined;
export type MethodsOf<R extends Route> = Uppercase<R["method"]> | (R extends { alsoByPost: true } ? "POST" : never);
