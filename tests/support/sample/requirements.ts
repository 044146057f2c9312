import { defaultTargets } from "../../../src/design/default-targets.ts";
import type { SystemInput } from "./system-input.ts";

type TargetInput = NonNullable<SystemInput["targets"]>[number];

export const requirementsSections = {
  title: "City library",
  summary: "Readers find and borrow books; librarians keep the catalogue of one city's branches.",
  glossary: [
    { id: "copy", name: "Copy", definition: "One physical book on a shelf." },
    {
      id: "loan",
      name: "Loan",
      definition: "The time between handing a copy to a member and getting it back.",
      requirements: ["borrow-copies"],
    },
  ],
  requirements: [
    requirement("search-books", "Search", "Members search books by subject and title."),
    requirement("keep-catalogue", "Catalogue", "Librarians create, change and remove books."),
    requirement("register", "Registration", "Anybody can register as a member."),
    requirement("borrow-copies", "Borrowing", "Members borrow copies for up to 28 days."),
    requirement("return-copies", "Returning", "A returned copy can be borrowed again at once."),
    {
      ...requirement("fast-search", "Speed", "95 % of searches are answered within 150 ms."),
      kind: "quality",
    },
    {
      ...requirement("stay-available", "Availability", "The service is available 99.95 %."),
      kind: "quality",
    },
    {
      ...requirement("use-postgresql", "Database", "The database is PostgreSQL."),
      kind: "constraint",
    },
    {
      ...requirement("privacy", "Privacy", "Data of members is handled as the GDPR asks."),
      kind: "constraint",
    },
    {
      ...requirement("card-payments", "Payments", "Members pay fines by card."),
      priority: "could",
      scope: "out",
      reason: "The requirements put payments into a later release.",
    },
    {
      ...requirement("fine-amount", "Fines", "Late returns cost a fine."),
      scope: "open",
      reason: "The amount per day is not stated.",
    },
  ],
  load: {
    registeredUsers: { value: 120_000, basis: "stated", requirement: "register" },
    concurrentUsers: { value: 2_000, basis: "stated" },
    thinkTimeSeconds: { value: 8, basis: "assumed", reason: "Typical of a catalogue search." },
    peakFactor: { value: 4, basis: "assumed", reason: "Most visits are after school." },
    readShare: { value: 0.95, basis: "assumed", reason: "Searches outnumber loans." },
    requestBytes: { value: 600, basis: "assumed", reason: "Small JSON bodies." },
    responseBytes: { value: 5_000, basis: "assumed", reason: "A page of twenty books." },
    growthPercentPerYear: { value: 10, basis: "assumed", reason: "The city grows slowly." },
  },
  targets: defaultTargets.map((target): TargetInput => {
    switch (target.id) {
      case "critical-endpoint-latency":
        return { ...target, value: 150, basis: "stated", requirements: ["fast-search"] };
      case "availability":
        return { ...target, value: 99.95, basis: "stated", requirements: ["stay-available"] };
      default:
        return { ...target, basis: "assumed", reason: "The default target." };
    }
  }),
  assumptions: [
    {
      id: "loan-period",
      text: "A loan can be renewed never.",
      reason: "Renewal is not mentioned.",
      unit: "requirements",
      requirement: "borrow-copies",
    },
  ],
  openQuestions: [
    {
      id: "fine-per-day",
      text: "How much is the fine per day?",
      meanwhile: "Fines are recorded as an amount that a librarian enters.",
      unit: "requirements",
      requirement: "fine-amount",
    },
  ],
} satisfies Partial<SystemInput>;

function requirement(id: string, name: string, text: string) {
  return {
    id,
    kind: "functional" as const,
    name,
    text,
    priority: "must" as const,
    scope: "in" as const,
  };
}
