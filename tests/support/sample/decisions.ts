import type { SystemInput } from "./system-input.ts";

export const decisionSections = {
  technology: [
    {
      id: "database",
      name: "Relational database",
      choice: "PostgreSQL 16",
      reason: "Required, and known to the team.",
      alternatives: [{ name: "MySQL 8", reason: "Not what the requirements ask for." }],
      tradeOffs: "Scaling writes needs partitioning later.",
      requirements: ["use-postgresql"],
    },
  ],
  decisions: [
    {
      id: "two-contexts",
      name: "Separate catalogue and lending",
      status: "accepted",
      context: "The catalogue is read far more often than loans are written.",
      options: [
        { name: "One service", reason: "Simple, but scales as a whole." },
        { name: "Two services", reason: "Each scales on its own." },
      ],
      outcome: "Two services with one database cluster.",
      consequences: ["A loan asks the catalogue over the network."],
      requirements: ["fast-search", "stay-available"],
    },
  ],
  risks: [
    {
      id: "cluster-loss",
      name: "Loss of the database cluster",
      likelihood: "low",
      impact: "high",
      mitigation: "Replicas in two more zones, backups every night.",
      fallback: "Branches lend on paper for a day.",
      requirements: ["stay-available"],
    },
  ],
  delivery: {
    workPackages: [
      {
        id: "catalogue-api",
        name: "Catalogue API",
        specialist: "backend engineer",
        goal: "Search and maintenance of books.",
        contexts: ["catalogue"],
        successCriteria: ["Contract tests pass."],
        requirements: ["search-books", "keep-catalogue"],
      },
      {
        id: "lending-api",
        name: "Lending API",
        specialist: "backend engineer",
        goal: "Borrow and return.",
        contexts: ["lending"],
        dependsOn: ["catalogue-api"],
        successCriteria: ["A copy is never lent twice under load."],
        integrationPoints: ["catalogue/check-availability"],
        requirements: ["borrow-copies", "return-copies"],
      },
    ],
    successMetrics: [
      { id: "loans", name: "Loans per week", target: "More than before the launch." },
    ],
  },
  reviews: [
    {
      id: "checks",
      name: "Findings of the checks",
      reviewer: "checks",
      summary: "No finding at or above warning.",
      findings: [{ subject: "lending/entity/loan", text: "The fine depends on an open question." }],
    },
  ],
} satisfies Partial<SystemInput>;
