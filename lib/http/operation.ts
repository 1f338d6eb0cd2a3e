import type { z } from "zod";
import type { ErrorCode } from "@/lib/shared/errors";

/** A route of the API as its description has it. */
export interface Operation {
  method: "get" | "post" | "put" | "patch" | "delete";
  /** With parameters in braces: `/api/conversations/{id}`. */
  path: string;
  summary: string;
  /** Who may ask: any session or token, a session alone, or anybody. */
  access: "session or token" | "session" | "anybody";
  /** Only these people. */
  role?: "administrator";
  pathParameters?: Record<string, z.ZodType>;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The same parameters in a POST's body, as a form or as JSON, where they are too long for an address. */
  form?: z.ZodObject;
  /** Whole as JSON, a value a line as it comes, or files of these types. */
  reply: { status: number; json?: z.ZodType; lines?: z.ZodType; types?: readonly string[] };
  /** It waits for the person's turn and has a deadline. A test holds it against the route. */
  isQuestion?: true;
  /** The reply has an ETag, and 304 is answered to it. */
  hasEtag?: boolean;
  /** Beside those that its access and its parameters bring. */
  errors?: readonly ErrorCode[];
}
