import { z } from "zod";
import { roleSchema } from "./roles";

const password = z.string().min(8, "must have at least 8 characters").max(128, "is too long");

/** What a person is made of, for the first administrator and for those that are added later. */
export const personFields = {
  name: z.string().trim().min(1, "must not be empty").max(100, "is too long"),
  email: z.email("must be an e-mail address"),
  password,
};

/** Somebody who may sign in, or could until they were deactivated. Instants are ISO 8601 in UTC. */
export const personItemSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  /** Null: a role that there is not, with which nobody gets in. */
  role: roleSchema.nullable(),
  isActive: z.boolean(),
  addedAt: z.string(),
});
export type PersonItem = z.infer<typeof personItemSchema>;

/** `GET /api/people`, by name. */
export const peopleReplySchema = z.object({ people: z.array(personItemSchema) });
export type PeopleReply = z.infer<typeof peopleReplySchema>;

/** Body of `POST /api/people`. */
export const newPersonSchema = z.strictObject({ ...personFields, role: roleSchema });
export type NewPerson = z.infer<typeof newPersonSchema>;

/** Body of `POST /api/set-up`: the code that the server's log shows, and the first administrator. */
export const setUpSchema = z.strictObject({ code: z.string(), ...personFields });
export type SetUpBody = z.infer<typeof setUpSchema>;

/** Body of `PATCH /api/people/{id}`: what changes. Whoever is deactivated, or gets a new password, is signed out. */
export const personChangeSchema = z
  .strictObject({ role: roleSchema.optional(), isActive: z.boolean().optional(), password: password.optional() })
  .refine((change) => Object.values(change).some((value) => value !== undefined), "names nothing to change");
export type PersonChange = z.infer<typeof personChangeSchema>;
