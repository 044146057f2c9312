import { z } from "zod";
import { choice, guesses, text, texts } from "./answer-parts.ts";
import type { WireUnit } from "./wire-unit.ts";

const schema = z.object({
  actors: z.array(
    z.object({
      id: text(),
      name: text(),
      kind: choice(["person", "external-system"]),
      description: text(),
      reqs: texts(),
    }),
  ),
  contexts: z.array(
    z.object({
      id: text(),
      name: text(),
      purpose: text(),
      classification: choice(["core", "supporting", "generic"]),
      reqs: texts(),
    }),
  ),
  deployables: z.array(
    z.object({
      id: text(),
      name: text(),
      kind: choice(["gateway", "service", "worker", "job"]),
      contexts: texts(),
      team: text(),
      technology: text(),
      stateless: z.boolean(),
      dependencies: z.array(
        z.object({
          on: text(),
          mode: choice(["sync", "async"]),
          purpose: text(),
          degradable: z.boolean(),
          reason: text(),
        }),
      ),
      reqs: texts(),
    }),
  ),
  stores: z.array(
    z.object({
      id: text(),
      name: text(),
      kind: choice(["relational", "cache", "search", "object", "stream", "olap"]),
      engine: text(),
      version: text(),
      contexts: texts(),
      purpose: text(),
      replicas: z.int(),
      retentionDays: z.int().optional(),
      sharding: z.object({ key: text(), shards: z.int(), reason: text() }).optional(),
      reqs: texts(),
    }),
  ),
  ...guesses,
});

/** Actors, contexts, deployables and stores. */
export const landscapeWire: WireUnit = {
  kind: "landscape",
  schema,
  toSections(answer) {
    const { actors, contexts, deployables, stores } = answer as z.infer<typeof schema>;
    return { system: { actors, contexts, deployables, stores } };
  },
  fromSections: (sections) => sections,
};
