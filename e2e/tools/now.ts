/** When the journeys and the served application live: a Friday afternoon in Kolkata, whatever the machine's clock says. */
export const NOW = Date.parse("2026-11-20T10:20:30Z");
