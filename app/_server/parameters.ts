import { z } from "zod";
import { rejectParameter } from "@/lib/shared/errors";
import { WHOLE_SEARCH } from "@/lib/shared/long-address";
import { type Asked, guarded } from "./route";

/**
 * A route that answers a question: by GET with its parameters in the address, or by POST with them in the body, for
 * selections that are too long for an address.
 */
export function askedByBoth<Params>(reply: (asked: Asked<Params>) => Promise<Response>) {
  return {
    GET: guarded(reply),
    POST: guarded<Params>(async (asked) => {
      const parameters = await readParameters(asked.request);
      return reply({ ...asked, search: new URLSearchParams([...asked.search, ...parameters]) });
    }),
  };
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
