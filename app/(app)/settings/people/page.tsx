import type { Metadata } from "next";
import { Hydrated } from "@/app/_server/hydrated";
import { pageSession } from "@/app/_server/page";
import { PeoplePage } from "@/components/pages/settings/people-page";
import { peopleQuery } from "@/components/pages/settings/settings-queries";
import { SECTIONS, sectionHeading } from "@/components/shell/settings-sections";
import { NotPermitted } from "@/components/ui/panel/panel-state";
import { listPeople } from "@/lib/auth/people";
import type { PeopleReply } from "@/lib/shared/people";

export const metadata: Metadata = { title: sectionHeading(SECTIONS.people) };

export default async function Page() {
  const { runtime, session } = await pageSession();
  if (session.person.role !== "administrator") {
    return (
      <div className="col-span-full">
        <NotPermitted
          message="Only administrators manage people."
          hint="An administrator can make you one, here under Settings, People."
        />
      </div>
    );
  }
  const reply: PeopleReply = { people: await listPeople(runtime.store.db, runtime.clock.now()) };
  return (
    <Hydrated queryKey={peopleQuery().queryKey} reply={reply}>
      <PeoplePage />
    </Hydrated>
  );
}
