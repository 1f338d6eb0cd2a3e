import { spawnSync } from "node:child_process";
import { findFaketime, shiftedEnvironment } from "./faketime";

/** Instants at which tests have failed or may: each with the machine's zone. */
const CLOCKS = [
  { id: "later", what: "20 days on", zone: "Asia/Kolkata", at: () => Date.now() + 20 * 86_400_000 },
  {
    id: "spring",
    what: "before clocks go forward",
    zone: "Europe/Berlin",
    at: () => Date.parse("2027-03-28T00:58:00Z"),
  },
  {
    id: "autumn",
    what: "before clocks go back",
    zone: "America/New_York",
    at: () => Date.parse("2027-11-07T05:58:00Z"),
  },
  { id: "leap", what: "29 February, 23:58", zone: "UTC", at: () => Date.parse("2028-02-29T23:58:00Z") },
];
const SUITES = ["unit", "integration", "e2e"];

/** `npm run test:clock -- [clock…] [suite…] [-- arguments of the suite]`: all of each where none is named. */
function main(): void {
  const [named, passed] = splitArguments(process.argv.slice(2));
  const unknown = named.filter((name) => !SUITES.includes(name) && !CLOCKS.some(({ id }) => id === name));
  if (unknown.length > 0) {
    throw new Error(
      `${unknown.join(", ")}: there are ${CLOCKS.map(({ id }) => id).join(", ")}, and ${SUITES.join(", ")}.`,
    );
  }
  const library = findFaketime();
  const fallen: string[] = [];
  for (const { id, what, zone, at } of CLOCKS.filter((clock) =>
    isAsked(
      clock.id,
      CLOCKS.map((one) => one.id),
      named,
    ),
  )) {
    for (const suite of SUITES.filter((name) => isAsked(name, SUITES, named))) {
      // Counted anew for each suite: each begins at the instant itself, however long the one before took.
      const seconds = Math.round((at() - Date.now()) / 1000);
      console.log(`\n${suite}: ${what}, in ${zone} (${new Date(at()).toISOString()})`);
      const env = { ...shiftedEnvironment(library, seconds), TZ: zone };
      const { status } = spawnSync("npm", ["run", "-s", suite, "--", ...passed], { env, stdio: "inherit" });
      if (status !== 0) fallen.push(`${id} ${suite}`);
    }
  }
  if (fallen.length > 0) throw new Error(`Fell: ${fallen.join(", ")}.`);
}

function splitArguments(given: string[]): [string[], string[]] {
  const end = given.indexOf("--");
  return end < 0 ? [given, []] : [given.slice(0, end), given.slice(end + 1)];
}

function isAsked(id: string, all: readonly string[], named: readonly string[]): boolean {
  const some = all.filter((one) => named.includes(one));
  return some.length === 0 || some.includes(id);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
