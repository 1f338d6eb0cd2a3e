"use client";

import { Ellipsis } from "lucide-react";
import { useApp } from "@/components/data/app-context";
import { MenuButton } from "@/components/ui/overlay/menu";
import type { MenuAction } from "@/components/ui/overlay/menu-box";
import { StatusDot } from "@/components/ui/panel/status-dot";
import { ScrollRegion } from "@/components/ui/table/scroll-region";
import { formatDay } from "@/lib/shared/format";
import type { PersonItem } from "@/lib/shared/people";
import type { PersonAction } from "./change-person";

interface Props {
  people: readonly PersonItem[];
  onAct: (person: PersonItem, action: PersonAction) => void;
}

export function PeopleTable({ people, onAct }: Props) {
  return (
    <ScrollRegion label="People">
      <table className="data-table">
        <caption className="sr-only">People</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col" className="max-md:hidden">
              May sign in
            </th>
            <th scope="col" className="max-md:hidden">
              Added
            </th>
            <th scope="col">
              <span className="sr-only">Change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} onAct={onAct} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function PersonRow({ person, onAct }: Pick<Props, "onAct"> & { person: PersonItem }) {
  const { timeZone, person: self } = useApp();
  const { name, email, role, isActive } = person;
  const isSelf = email === self.email;
  const state = isActive ? <StatusDot tone="good">Yes</StatusDot> : <StatusDot tone="idle">Deactivated</StatusDot>;
  return (
    <tr>
      <th scope="row" className="max-w-80 max-md:max-w-44">
        <span className="block truncate font-medium" title={name}>
          <bdi>{name}</bdi> {isSelf && <span className="font-normal text-ink-3">(you)</span>}
        </span>
        <span className="block truncate text-ink-3 text-s" title={email}>
          {email}
        </span>
      </th>
      <td>
        <span className="capitalize">{role ?? "None"}</span>
        {!isActive && <span className="block text-ink-3 text-s md:hidden">Deactivated</span>}
      </td>
      <td className="max-md:hidden">{state}</td>
      <td className="text-ink-2 max-md:hidden">{formatDay(person.addedAt, timeZone)}</td>
      <td className="is-number">
        {!isSelf && (
          <MenuButton
            variant="ghost"
            isIcon
            label={`${name}: change`}
            items={actionsOf(person).map((item) => ({ ...item, onAction: () => onAct(person, item.id) }))}
          >
            <Ellipsis aria-hidden />
          </MenuButton>
        )}
      </td>
    </tr>
  );
}

function actionsOf({ role, isActive }: PersonItem): (MenuAction & { id: PersonAction })[] {
  return [
    { id: "role", label: role === "administrator" ? "Make supervisor…" : "Make administrator…" },
    { id: "password", label: "Set a new password…" },
    isActive ? { id: "deactivate", label: "Deactivate…" } : { id: "activate", label: "Activate…" },
    { id: "remove", label: "Remove…" },
  ];
}
