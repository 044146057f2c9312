import type { Emitter } from "../emitter.ts";
import { alertRules } from "./alert-rules.ts";
import { recordingRules } from "./recording-rules.ts";
import { workloads } from "./workloads.ts";

/** Template of the document that holds the runbooks. */
const OBSERVABILITY = "docs/observability.md.liquid";

/** `operations/`: what Prometheus and Kubernetes read, made of the Design's numbers. */
export const operationsEmitter: Emitter = {
  id: "operations",
  emit(design, { templates }) {
    return {
      artifacts: [
        ...alertRules(design, templates.has(OBSERVABILITY)),
        ...recordingRules(design),
        ...workloads(design),
      ],
      diagnostics: [],
    };
  },
};
