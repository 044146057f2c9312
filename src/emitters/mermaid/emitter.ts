import type { Artifact } from "../../artifacts/artifact.ts";
import { authDiagrams } from "../../artifacts/mermaid/auth-diagrams.ts";
import { containerDiagrams } from "../../artifacts/mermaid/container-diagrams.ts";
import type { Diagram } from "../../artifacts/mermaid/diagram.ts";
import type { Design } from "../../design/design.ts";
import { uniqueName } from "../../util/naming.ts";
import type { Emitter } from "../emitter.ts";
import { contextDiagram } from "../../artifacts/mermaid/context-diagram.ts";
import { deploymentDiagrams } from "../../artifacts/mermaid/deployment-diagrams.ts";
import { entityDiagrams } from "../../artifacts/mermaid/entity-diagrams.ts";
import { flowDiagrams } from "../../artifacts/mermaid/flow-diagrams.ts";
import { lifecycleDiagrams } from "../../artifacts/mermaid/lifecycle-diagrams.ts";
import { pipelineDiagram } from "../../artifacts/mermaid/pipeline-diagram.ts";

/** The diagrams of the package: `diagrams/*.mmd`, each small enough to read. */
export const mermaidEmitter: Emitter = {
  id: "mermaid",
  emit(design) {
    return { artifacts: mermaidArtifacts(design), diagnostics: [] };
  },
};

function mermaidArtifacts(design: Design): readonly Artifact[] {
  const taken = new Set<string>();

  function artifact(diagram: Diagram, context?: string): Artifact {
    const name = uniqueName(diagram.name, taken);
    taken.add(name);
    return {
      path: `diagrams/${name}.mmd`,
      kind: "mermaid",
      text: diagram.text,
      ...(context === undefined ? {} : { context }),
      origins: diagram.origins,
    };
  }

  const { system, contexts } = design;
  return [
    ...contextDiagram(design).map((diagram) => artifact(diagram)),
    ...containerDiagrams(design).map((diagram) => artifact(diagram)),
    ...deploymentDiagrams(design).map((diagram) => artifact(diagram)),
    ...pipelineDiagram(design).map((diagram) => artifact(diagram)),
    ...system.flows.flatMap((flow) =>
      flowDiagrams(flow, design).map((diagram) => artifact(diagram)),
    ),
    ...authDiagrams(design).map((diagram) => artifact(diagram)),
    ...contexts.flatMap((context) =>
      [...entityDiagrams(context, design), ...lifecycleDiagrams(context)].map((diagram) =>
        artifact(diagram, context.context),
      ),
    ),
  ];
}
