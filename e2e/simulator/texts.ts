/** What customers wanted of the bot last, with weights. */
export const INTENTS: readonly (readonly [string, number])[] = [
  ["ConnectToAgent", 22],
  ["Pay Bill", 12],
  ["transfer money", 9],
  ["Check Balance", 9],
  ["Report Outage", 8],
  ["Track Order", 7],
  ["Change Plan", 6],
  ["Cancel Service", 5],
  ["Reset Password", 5],
  ["Update Address", 4],
  ["Dispute Charge", 4],
  ["Book Appointment", 3],
  ["Störung melden", 3],
  ["استفسار عن الفاتورة", 2],
  ["Lost or Stolen Card", 1],
];

/** Dispositions an agent can set, with weights; the first three are the vendor's own. */
export const DISPOSITIONS: readonly (readonly [string, number])[] = [
  ["Resolved", 56],
  ["Unresolved", 8],
  ["Requires Supervisor Attention", 6],
  ["Follow-up Required", 9],
  ["Payment Arranged", 7],
  ["Technician Dispatched", 5],
  ["Sale – Closed", 4],
  ["Wrong Number", 2],
  ["Rückruf vereinbart", 2],
  ["System Generated", 1],
];

export const REMARKS: readonly string[] = [
  "CUSTOMER needs help with Products and Sales. AGENT will connect her with an agent.",
  "El cliente quería transferir dinero; el agente indicó que el problema se había resuelto.",
  "Kunde meldet Störung im Mobilfunknetz, Techniker für morgen zwischen 9:00 und 12:00 Uhr bestellt.",
  "العميل يستفسر عن الفاتورة الأخيرة، تم الشرح.",
  "請求内容を説明し、お客様は納得された。",
  "Le client confirme que tout fonctionne à nouveau.",
  "ग्राहक को नया प्लान समझाया गया।",
  "Asked for a refund of 20 €; approved.",
];

/** Remarks and notes that break a careless CSV or HTML table. */
export const RISKY_TEXTS: readonly string[] = [
  "=SUM(A1)",
  '=HYPERLINK("http://example.com","click")',
  'Customer said "call me back", then hung up',
  "First line\nSecond line\r\nThird; with, separators\tand a tab",
  "Happy now 😀👍🏽",
  "-2+3",
  "@SUM(1+1)",
  "<script>alert(1)</script>",
];

export const NOTES: readonly string[] = [
  "CUSTOMER has a problem with Products and Sales. She needs an agent to help her.",
  "The bot initiated an external number agent transfer. No additional details or issues were addressed.",
  "Walked the customer through the reset of the router; line is stable.",
  "Payment taken by card, receipt sent by e-mail.",
  "Der Kunde wurde über die Störung informiert.",
  "El cliente pidió hablar con un supervisor.",
  "تم تحويل العميل إلى قسم الفواتير.",
  "Caller could not be identified, asked to call again with the contract number.",
];

export const FEEDBACK: readonly string[] = [
  "Great help!",
  "Waited far too long.",
  "Sehr freundlich",
  "ok",
  "ممتاز",
  '"meh", really',
];

export const TONES: readonly string[] = ["joy", "sad", "angry", "fear", "disgust", "positive"];
