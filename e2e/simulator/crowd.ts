/** Queue names that strain a page: long, right-to-left, with emoji, quotes, an ampersand and one letter. */
const ODD_QUEUES = [
  "Störungsannahme Mobilfunk Geschäftskunden Süd-West",
  "دعم الأعمال والشركات – المنطقة الشرقية",
  "🚨 Priority 1 – Outages",
  '"VIP" Concierge',
  "שירות לקוחות עסקיים",
  "O'Neill & Sons <Support>",
  "Kundendienst 👩🏽‍🔧 Vor-Ort-Einsatz",
  "Q",
];
const TASKS = ["Störungsannahme", "Rechnungsklärung", "Vertragsverlängerung", "Kündigungsrückgewinnung"];
const PRODUCTS = ["Mobilfunk", "Festnetz", "Glasfaser"];
const PLACES = ["Privatkunden Nord-Ost", "Geschäftskunden Nord-Ost", "Privatkunden Süd-West", "Großkunden Mitte"];

/** What the queues are called that a crowded centre has on top of the usual ones: 8 odd names, then 40 long ones. */
export function nameFurtherQueue(index: number): string {
  const odd = ODD_QUEUES[index];
  if (odd !== undefined) return odd;
  const turn = index - ODD_QUEUES.length;
  const product = PRODUCTS[Math.floor(turn / TASKS.length) % PRODUCTS.length];
  const place = PLACES[Math.floor(turn / (TASKS.length * PRODUCTS.length)) % PLACES.length];
  return `${TASKS[turn % TASKS.length]} ${product} ${place}`;
}

const ODD_AGENTS = [
  "Prof. Dr. Maximilian-Alexander von und zu Hohenstein-Waldburg",
  "عبد الرحمن بن محمد الأنصاري",
  "נועה בן-דוד",
  'Liam "Lee" O’Sullivan',
  "Zoë 🦊 Fuchs",
  "X",
  "Anne-Sophie d'Aubigné, née Lefèvre",
  "<b>Bobby</b> Tables",
];
const GIVEN =
  "Amélie|Björn|Carmen|Dörte|Emeka|Françoise|Günther|Hanna|Ivo|Jana|Kofi|Lena|Mateo|Nils|Olga|Petra|Quentin|Rosa|Sven|Tove|Ute|Viktor|Wanda".split(
    "|",
  );
const FAMILY =
  "Adler|Bauer|Costa|Diallo|Eriksen|Fischer|García|Hofmann|Ito|Jansen|Kowalczyk|Lehmann|Moreau|Novák|Oliveira|Papadakis|Quandt|Richter|Schäfer|Toth|Uhlig|Vogel|Weiß|Xu|Yıldız|Zimmermann|Abebe|Blum|Castillo".split(
    "|",
  );

/** What the further agents are called: 8 odd names, then others of which none comes twice among 667. */
export function nameFurtherAgent(index: number): string {
  const odd = ODD_AGENTS[index];
  return odd ?? `${GIVEN[index % GIVEN.length]} ${FAMILY[index % FAMILY.length]}`;
}
