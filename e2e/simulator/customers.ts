import { Random } from "./random";

/** A customer: the same index is always the same person, who can call again. */
export interface Customer {
  userId: string;
  orgId: string;
  identity: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  accountNumber: string;
  segment: string;
  city: string;
  language: string;
}

const POPULATION = 24_000;

const FIRST = "Jane|John|Ravi|Meera|Lena|Omar|ليلى|Yuki|Björn|Renée|Ngọc|Olu|Małgorzata|Íñigo|Nadia|Tom".split("|");
const LAST =
  "Doe|Patel|Schäfer|Haddad|Tanaka|Ångström|D'Angelo|Nguyễn|Adeyemi|Kowalczyk|García Márquez|Smith-Jones|Iyer".split(
    "|",
  );
const CITIES = "Hyderabad|Mumbai|München|São Paulo|Orlando|Zürich|القاهرة|大阪|Kraków".split("|");
const LANGUAGES = ["en", "en", "en", "hi", "de", "ar", "es", "ja"];

/** Names that break a careless CSV: a formula, quotes, a line break, an emoji, markup. */
const RISKY = ["=SUM(A1)", 'Bob "Bobby"', "Line\nBreak", "Ana 😀", "+1+1", "Comma, Inc.", "<b>Bold</b>", "@cmd"];

/** Everything about the customer of this index. */
function customerAt(index: number): Customer {
  const random = new Random(0xc057, index);
  const firstName = index % 331 === 7 ? random.pick(RISKY) : random.pick(FIRST);
  return {
    userId: `u-${random.guid()}`,
    orgId: "o-2b41857b-a1cb-4862-8faf-e3d99c3a51d0",
    identity: random.guid(),
    firstName,
    lastName: random.pick(LAST),
    email: `customer${index}@example.com`,
    phone: `${random.pick(["+1321", "+9198", "+4917", "+2010", "+8190"])}${String(random.int(0, 9_999_999)).padStart(7, "0")}`,
    accountNumber: `1214132431${String(index).padStart(8, "0")}`,
    segment: random.weighted([
      ["standard", 7],
      ["gold", 2],
      ["VIP", 1],
    ]),
    city: random.pick(CITIES),
    language: random.pick(LANGUAGES),
  };
}

/** A caller: some of the population call far more often than others. */
export function pickCustomer(random: Random): Customer {
  return customerAt(Math.floor(POPULATION * random.unit() ** 1.7));
}
