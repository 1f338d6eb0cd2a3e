import { z } from "zod";

/** Body of `POST /api/set-up`: the code that the server's log shows, and the first administrator. */
export const setUpSchema = z.strictObject({
  code: z.string(),
  name: z.string().trim().min(1, "must not be empty").max(100, "is too long"),
  email: z.email("must be an e-mail address"),
  password: z.string().min(8, "must have at least 8 characters").max(128, "is too long"),
});
