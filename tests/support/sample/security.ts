import type { SystemInput } from "./system-input.ts";

export const securitySections = {
  security: {
    dataClasses: [
      { id: "public-data", level: "public", handling: "May be cached anywhere." },
      { id: "internal-data", level: "internal", handling: "Only to signed-in callers." },
      { id: "personal-data", level: "personal", handling: "Encrypted at rest, never logged." },
      { id: "secret-data", level: "secret", handling: "Hashed; never leaves the database." },
    ],
    controls: [
      {
        id: "transport-encryption",
        name: "TLS everywhere",
        description: "TLS 1.3 from clients and between services.",
      },
      {
        id: "throttling",
        name: "Rate limits",
        description: "Limits per audience at the edge.",
      },
    ],
    threats: [
      {
        id: "password-guessing",
        name: "Guessing passwords",
        category: "spoofing",
        component: "lending-service",
        description: "Somebody tries many passwords.",
        controls: ["throttling"],
      },
      {
        id: "eavesdropping",
        name: "Reading traffic",
        category: "information-disclosure",
        component: "library-db",
        description: "Somebody reads loans on the wire.",
        controls: ["transport-encryption"],
      },
    ],
    compliance: [
      {
        id: "gdpr",
        name: "GDPR",
        applies: "Members are natural persons in the EU.",
        measures: ["Loans are anonymised after two years.", "Members can ask for their data."],
        requirements: ["privacy"],
      },
    ],
  },
  governance: {
    pipelines: [
      {
        id: "loan-statistics",
        name: "Statistics of loans",
        kind: "stream",
        source: "loan-started",
        sink: "library-db",
        description: "Counts loans per subject and week.",
        windowSeconds: 3_600,
        latenessSeconds: 600,
      },
    ],
    retention: [
      {
        id: "old-loans",
        name: "Old loans",
        entities: ["lending/loan"],
        days: 730,
        action: "anonymise",
        reason: "Needed for statistics, not with names.",
        requirements: ["privacy"],
      },
    ],
  },
} satisfies Partial<SystemInput>;
