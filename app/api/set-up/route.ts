import { respondError, respondJson } from "@/lib/http/respond";
import { runtime } from "@/lib/runtime";

/** Makes the first administrator; guarded by the code in the log, and over once there is anybody. */
export async function POST(request: Request): Promise<Response> {
  const { setUp } = await runtime();
  try {
    await setUp.complete(await request.json().catch(() => null));
    return respondJson({ done: true }, 201);
  } catch (error) {
    return respondError(error);
  }
}
