import { z } from "zod";
import { personFields } from "./people";

/** Body of `POST /api/set-up`: the code that the server's log shows, and the first administrator. */
export const setUpSchema = z.strictObject({ code: z.string(), ...personFields });
export type SetUpBody = z.infer<typeof setUpSchema>;
