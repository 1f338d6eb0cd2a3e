import { z } from "zod";
import type { BodyOf, PathOf, QueryOf, Route } from "@/lib/http/route";
import { rejectParameter } from "@/lib/shared/errors";
import { WHOLE_SEARCH } from "@/lib/shared/long-address";
import { parseInput } from "@/lib/shared/parse-input";
import type { QueryContext } from "@/lib/shared/query";

/** What a request says, parsed as its route declares it. */
export interface Input<R extends Route> {
  params: PathOf<R>;
  query: QueryOf<R>;
  body: BodyOf<R>;
}

/** @throws CallboardError `invalid_parameter`, naming the first one that is wrong, and what the declared parsers throw. */
export async function readInput<R extends Route>(
  route: R,
  request: Request,
  pathParameters: Record<string, string>,
  context: QueryContext,
): Promise<Input<R>> {
  const input = {
    params: route.pathParameters && parseInput(route.pathParameters, pathParameters),
    query: route.query?.read(await readSearch(route, request), context),
    body: route.body && parseInput(route.body, await request.json().catch(() => null)),
  };
  // Each is what the declared schema or parser made of it.
  return input as Input<R>;
}

/** The parameters of the address, and those in the body of a POST that takes them there. */
async function readSearch({ alsoByPost }: Route, request: Request): Promise<URLSearchParams> {
  const search = new URL(request.url).searchParams;
  return alsoByPost && request.method === "POST"
    ? new URLSearchParams([...search, ...(await readParameters(request))])
    : search;
}

const value = z.union([z.string(), z.number().transform(String)]);
const jsonParameters = z.record(z.string(), z.union([value, z.array(value)]));

/** @throws CallboardError `invalid_parameter` for a body that holds no parameters. */
async function readParameters(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim();
  if (type === "application/x-www-form-urlencoded") {
    const form = new URLSearchParams(await request.text());
    const whole = form.get(WHOLE_SEARCH);
    if (whole !== null && form.size > 1) {
      rejectParameter(WHOLE_SEARCH, `“${WHOLE_SEARCH}” holds all parameters: send no other beside it.`);
    }
    return whole === null ? form : new URLSearchParams(whole);
  }
  const { data } = jsonParameters.safeParse(
    type === "application/json" ? await request.json().catch(() => null) : null,
  );
  if (!data) {
    rejectParameter(
      "body",
      "The body must hold the parameters, as application/x-www-form-urlencoded or as application/json.",
    );
  }
  return new URLSearchParams(
    Object.entries(data).flatMap(([name, values]) => [values].flat().map((one) => [name, one])),
  );
}
