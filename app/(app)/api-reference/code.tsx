/** A command to copy; long lines wrap, so that nothing is out of sight. */
export function Code({ children }: { children: string }) {
  return <pre className="wrap-anywhere whitespace-pre-wrap rounded-small bg-sunken p-3 text-s">{children}</pre>;
}
