/** The head of a group: its name, and what it is about. */
export function GroupHeading({ id, title, about }: { id: string; title: string; about: string }) {
  return (
    <div className="break-after-avoid pb-3">
      <h2 id={`group-${id}`} className="scroll-mt-16 font-semibold text-xl">
        {title}
      </h2>
      <p className="max-w-[72ch] text-ink-2">{about}</p>
    </div>
  );
}
