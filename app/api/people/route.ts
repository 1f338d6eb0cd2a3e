import { route } from "@/app/_server/route";
import { addPerson, listPeople } from "@/lib/auth/people";
import { ROUTES } from "@/lib/http/routes";

export const { GET } = route(ROUTES.people, async ({ runtime }) => ({
  people: await listPeople(runtime.store.db, runtime.clock.now()),
}));

export const { POST } = route(ROUTES.addPerson, ({ runtime: { auth, store, clock }, body }) =>
  addPerson(auth, store.db, { person: body, now: clock.now() }),
);
