const THINGS = [
  "booking",
  "invoice",
  "shipment",
  "contract",
  "vehicle",
  "ticket",
  "course",
  "patient",
  "parcel",
  "policy",
  "claim",
  "machine",
  "sample",
  "recipe",
  "permit",
  "asset",
  "campaign",
  "voucher",
  "warehouse",
  "timesheet",
] as const;
const KINDS = [
  "regional",
  "seasonal",
  "internal",
  "external",
  "annual",
  "digital",
  "mobile",
] as const;
const ACTORS = ["planner", "clerk", "driver", "auditor", "customer", "manager"] as const;
const FIELDS = [
  "a title",
  "a description",
  "a unique code",
  "a start date",
  "an end date",
  "an amount",
  "a currency",
  "a priority from 1 to 5",
  "a phone number",
  "an email address",
  "a note",
] as const;
const VERBS = ["create", "update", "approve", "cancel", "archive", "export", "assign"] as const;
const MEASURES = [
  "answer within 300 ms at the 95th percentile",
  "be available 99.9 % of the time",
  "be kept for 5 years",
  "be restored within 30 minutes",
] as const;

/** Requirements of at least so many words: the same text at every call, no two sections alike. */
export function requirementsOfLength(words: number): string {
  const parts = [
    "# Operations platform\n\nA platform for 50,000 concurrent users on PostgreSQL.\n",
  ];
  for (let section = 0, count = 0; count < words; section++) {
    const text = sectionOf(section);
    parts.push(text);
    count += text.split(/\s+/).length;
  }
  return parts.join("\n");
}

function sectionOf(index: number): string {
  const thing = THINGS[index % THINGS.length] ?? "";
  const round = Math.floor(index / THINGS.length);
  const kind = round === 0 ? "" : `${KINDS[(round - 1) % KINDS.length] ?? ""} `;
  const name = `${kind}${thing}`;
  const other = THINGS[(index * 7 + 3) % THINGS.length] ?? "";
  const pick = <T>(all: readonly T[], step: number): T | undefined =>
    all[(index * 3 + step + round) % all.length];
  return [
    `## Area ${index + 1}: ${name}\n`,
    `- As a ${pick(ACTORS, 0)}, I want to ${pick(VERBS, 0)} a ${name}, so that the work of the day is planned.`,
    `- As a ${pick(ACTORS, 1)}, I want to search ${name}s by title and date, so that nothing is overlooked.`,
    `- As a ${pick(ACTORS, 2)}, I want to ${pick(VERBS, 3)} a ${name} that was wrong, so that mistakes cost little.`,
    `- A ${name} has ${pick(FIELDS, 0)}, ${pick(FIELDS, 1)}, ${pick(FIELDS, 2)}, ${pick(FIELDS, 3)} and a status (draft, active, closed).`,
    `- Each ${name} belongs to one ${other}.`,
    `- Only a ${pick(ACTORS, 3)} may ${pick(VERBS, 4)} a ${name}.`,
    `- When a ${name} is closed, the ${pick(ACTORS, 4)} gets an email within 5 minutes.`,
    `- Requests for a ${name} must ${pick(MEASURES, 0)}.`,
    `- The system must record who changed a ${name}, when, and what it was before the change.`,
    "",
  ].join("\n");
}
