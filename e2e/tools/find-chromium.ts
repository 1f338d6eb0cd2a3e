import { findChromium } from "./chromium";

// Prints the browser's path alone, and installs one where there is none: once, before the tests, not in each worker.
try {
  console.log((await findChromium()).executablePath);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
