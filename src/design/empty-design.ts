import type { Design, Quantified } from "./design.ts";
import { DESIGN_VERSION } from "./schema/system.ts";

/** The Design before anything is drafted. Well-formed, but not yet valid. */
export function emptyDesign(): Design {
  return {
    system: {
      designVersion: DESIGN_VERSION,
      title: "Untitled system",
      summary: "Not drafted yet.",
      glossary: [],
      requirements: [],
      load: {
        registeredUsers: assumed(0),
        concurrentUsers: assumed(0),
        thinkTimeSeconds: assumed(10),
        peakFactor: assumed(3),
        readShare: assumed(0.9),
        requestBytes: assumed(1_000),
        responseBytes: assumed(4_000),
        growthPercentPerYear: assumed(0),
      },
      targets: [],
      actors: [],
      contexts: [],
      deployables: [],
      stores: [],
      api: {
        basePath: "",
        versioning: { scheme: "path", current: "v1", sunsetMonths: 12, migration: "Not decided." },
        pagination: { style: "cursor", defaultLimit: 20, maximumLimit: 100 },
        idempotency: { header: "Idempotency-Key", retentionHours: 24 },
        problemBase: "https://api.example.com/problems/",
        audiences: [],
        errors: [],
        rateLimits: [],
      },
      auth: { mechanisms: [], permissions: [], roles: [] },
      flows: [],
      events: [],
      consistency: [],
      deployment: { environment: "production", provider: "any", regions: [], nodes: [], links: [] },
      scaling: [],
      caches: [],
      bottlenecks: [],
      observability: { metrics: [], slos: [], alerts: [] },
      security: { dataClasses: [], controls: [], threats: [], compliance: [] },
      governance: { pipelines: [], retention: [] },
      technology: [],
      decisions: [],
      risks: [],
      delivery: { workPackages: [], successMetrics: [] },
      reviews: [],
      assumptions: [],
      openQuestions: [],
    },
    contexts: [],
  };
}

function assumed(value: number): Quantified {
  return { value, basis: "assumed" };
}
