import { shiftDate } from "./shift-date.mjs";

// Loaded into a server by `node --import …/shift-clock.mjs?milliseconds=…`: the tests set a built server's clock from
// outside, and nothing in the product, not even an environment value, can do so.
shiftDate(Number(new URL(import.meta.url).searchParams.get("milliseconds")));
