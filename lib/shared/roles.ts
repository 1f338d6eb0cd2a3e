import { z } from "zod";

/** Who a person is to the application. Administrators also manage the copy and the people. */
export const ROLES = ["administrator", "supervisor"] as const;

export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;
