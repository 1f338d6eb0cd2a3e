import { ApiError } from "@/components/data/fetch-json";
import { buttonClass } from "@/components/ui/form/button-class";
import { Empty, Failure, NotPermitted } from "@/components/ui/panel/panel-state";

/** What went wrong with one panel, and what to do about it; the others go on. */
export function PanelFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const code = error instanceof ApiError ? error.code : "internal";
  if (code === "forbidden") {
    return <NotPermitted message={error.message} />;
  }
  if (code === "unauthenticated") {
    // A plain link: with the page goes all that it holds of the session that has ended.
    const action = (
      <a
        href={`/sign-in?to=${encodeURIComponent(window.location.pathname + window.location.search)}`}
        className={buttonClass()}
      >
        Sign in
      </a>
    );
    return <Empty message="Your session has ended." action={action} />;
  }
  return (
    <Failure message={code === "internal" ? "This panel could not be loaded." : error.message} onRetry={onRetry} />
  );
}
