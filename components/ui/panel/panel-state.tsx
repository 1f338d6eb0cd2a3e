"use client";

import { CircleAlert, CircleCheck, History, Inbox, Lock } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/form/button";

/** Holds the place of what is coming, at its height, so that nothing jumps. */
export function Loading({ height = 200, label = "Loading" }: { height?: number; label?: string }) {
  return (
    <div role="status" style={{ height }} className="flex animate-pulse flex-col justify-end gap-2 overflow-hidden">
      <span className="sr-only">{label}…</span>
      {["w-full", "w-4/5", "w-2/3", "w-1/2", "w-1/3"].map((width) => (
        <i key={width} aria-hidden className={`min-h-0 max-h-7 flex-1 rounded-small bg-line opacity-70 ${width}`} />
      ))}
    </div>
  );
}

interface StateProps {
  icon: ReactNode;
  message: ReactNode;
  hint?: ReactNode;
  children?: ReactNode;
  role?: "alert" | "status";
}

function State({ icon, message, hint, children, role }: StateProps) {
  return (
    <div
      role={role}
      className="grid h-full min-h-24 place-content-center justify-items-center gap-1 px-4 py-2 text-center text-pretty"
    >
      <span
        aria-hidden
        className="mb-1 grid size-8 place-items-center rounded-full bg-sunken text-ink-3 [&_svg]:size-4"
      >
        {icon}
      </span>
      <p className="max-w-96 font-medium">{message}</p>
      {hint && <p className="max-w-96 text-ink-2 text-s">{hint}</p>}
      {children && <div className="mt-2 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  );
}

interface EmptyProps {
  message: ReactNode;
  hint?: ReactNode;
  action?: ReactNode;
  /** Where nothing is what one hopes for. */
  isGood?: boolean;
}

/** Nothing matches: says so, and what would bring something back. */
export function Empty({ message, hint, action, isGood = false }: EmptyProps) {
  return (
    <State icon={isGood ? <CircleCheck className="text-good" /> : <Inbox />} message={message} hint={hint}>
      {action}
    </State>
  );
}

/** Good news: what was looked for is not there. */
export function Fine({ message, hint }: Omit<EmptyProps, "action">) {
  return <State icon={<CircleCheck className="text-good" />} message={message} hint={hint} />;
}

/** What there is cannot be judged yet. */
export function TooEarly({ message, hint }: Omit<EmptyProps, "action">) {
  return <State icon={<History />} message={message} hint={hint} />;
}

/** A request failed: says why and lets it be tried again. The other panels are not concerned. */
export function Failure({ message, onRetry }: { message: ReactNode; onRetry?: () => void }) {
  return (
    <State role="alert" icon={<CircleAlert className="text-bad" />} message="This could not be loaded." hint={message}>
      {onRetry && <Button onPress={onRetry}>Try again</Button>}
    </State>
  );
}

/** The session may not see this: says whom to ask. */
export function NotPermitted({ message, hint }: { message?: ReactNode; hint?: ReactNode }) {
  return (
    <State
      icon={<Lock />}
      message={message ?? "You may not see this."}
      hint={hint ?? "An administrator can give you access under Settings, People."}
    />
  );
}
