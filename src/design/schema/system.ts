import { z } from "zod";
import { apiPolicy, authPolicy } from "./access-sections.ts";
import { consistency, event, flow } from "./behaviour-sections.ts";
import { decision, delivery, review, risk, technology } from "./decision-sections.ts";
import { actor, context, deployable, store } from "./landscape-sections.ts";
import { observability } from "./operations-sections.ts";
import { bottleneck, cache, deployment, scaling } from "./platform-sections.ts";
import { assumption, load, question, requirement, target, term } from "./requirements-sections.ts";
import { governance, security } from "./security-sections.ts";
import { name, prose } from "./text.ts";

/** Version of the stored form; an older one is upgraded when it is loaded. */
export const DESIGN_VERSION = 1;

/** `design/system.json`: everything that is not inside one context. */
export const systemSchema = z.strictObject({
  $schema: z.string().max(300).optional(),
  designVersion: z.literal(DESIGN_VERSION),
  title: name(),
  summary: prose(),
  glossary: z.array(term).default([]),
  requirements: z.array(requirement).default([]),
  load,
  targets: z.array(target).default([]),
  actors: z.array(actor).default([]),
  contexts: z.array(context).default([]),
  deployables: z.array(deployable).default([]),
  stores: z.array(store).default([]),
  api: apiPolicy,
  auth: authPolicy,
  flows: z.array(flow).default([]),
  events: z.array(event).default([]),
  consistency: z.array(consistency).default([]),
  deployment,
  scaling: z.array(scaling).default([]),
  caches: z.array(cache).default([]),
  bottlenecks: z.array(bottleneck).default([]),
  observability,
  security,
  governance,
  technology: z.array(technology).default([]),
  decisions: z.array(decision).default([]),
  risks: z.array(risk).default([]),
  delivery,
  reviews: z.array(review).default([]),
  assumptions: z.array(assumption).default([]),
  openQuestions: z.array(question).default([]),
});
