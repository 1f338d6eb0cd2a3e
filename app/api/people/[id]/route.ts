import { route } from "@/app/_server/route";
import { changePerson, removePerson } from "@/lib/auth/people";
import { ROUTES } from "@/lib/http/routes";

export const { PATCH } = route(ROUTES.changePerson, ({ params, runtime: { auth, store, clock }, session, body }) =>
  changePerson(auth, store.db, { id: params.id, by: session.person.id, change: body, now: clock.now() }),
);

export const { DELETE } = route(ROUTES.removePerson, ({ params, runtime: { store, clock }, session }) =>
  removePerson(store.db, { id: params.id, by: session.person.id, now: clock.now() }),
);
