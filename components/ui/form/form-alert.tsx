/** What is wrong with a form, above its button; said at once by screen readers. */
export function FormAlert({ message }: { message: string | null }) {
  return (
    message && (
      <p role="alert" className="rounded-control bg-bad-wash px-3 py-2 text-bad">
        {message}
      </p>
    )
  );
}
