import type { Meta } from "./contract";

/** The meta of a reply that is complete. */
export const META: Meta = {
  from: "",
  to: "",
  timeZone: "UTC",
  generatedAt: "",
  dataThrough: null,
  complete: true,
  setAside: 0,
  unread: 0,
  stale: 0,
};
