import type { Emitter } from "../emitter.ts";
import { alertRules } from "./alert-rules.ts";
import { ciWorkflow } from "./ci-workflow.ts";
import { dashboard } from "./dashboard.ts";
import { recordingRules } from "./recording-rules.ts";
import { workloadManifests } from "./workload-manifests.ts";
import { workloads } from "./workloads.ts";

/** Template of the document that holds the runbooks. */
const OBSERVABILITY = "docs/observability.md.liquid";

/** `operations/`: what Prometheus, Grafana, Kubernetes and the pipeline read, made of the Design. */
export const operationsEmitter: Emitter = {
  id: "operations",
  emit(design, { templates, migrations }) {
    const running = workloads(design);
    return {
      artifacts: [
        ...alertRules(design, templates.has(OBSERVABILITY)),
        ...recordingRules(design),
        ...dashboard(design),
        ...running.map(workloadManifests),
        ...ciWorkflow(design, running, migrations),
      ],
      diagnostics: [],
    };
  },
};
