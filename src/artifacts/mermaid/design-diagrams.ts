import type { Design } from "../../design/design.ts";
import { authDiagrams } from "./auth-diagrams.ts";
import { cachingDiagram } from "./caching-diagram.ts";
import { containerDiagrams } from "./container-diagrams.ts";
import { contextDiagram } from "./context-diagram.ts";
import { deploymentDiagrams } from "./deployment-diagrams.ts";
import type { Diagram } from "./diagram.ts";
import { entityDiagrams } from "./entity-diagrams.ts";
import { eventDiagrams } from "./event-diagrams.ts";
import { flowDiagrams } from "./flow-diagrams.ts";
import { lifecycleDiagrams } from "./lifecycle-diagrams.ts";
import { pipelineDiagram } from "./pipeline-diagram.ts";
import { uniqueName } from "../../util/naming.ts";

/** Every diagram of a Design under a name of its own, in the order of the documents. */
export function designDiagrams(
  design: Design,
): readonly { readonly diagram: Diagram; readonly context?: string }[] {
  const { system, contexts } = design;
  const whole = [
    ...contextDiagram(design),
    ...containerDiagrams(design),
    ...deploymentDiagrams(design),
    ...cachingDiagram(design),
    ...pipelineDiagram(design),
    ...eventDiagrams(design),
    ...system.flows.flatMap((flow) => flowDiagrams(flow, design)),
    ...authDiagrams(design),
  ].map((diagram) => ({ diagram }));
  const inside = contexts.flatMap((context) =>
    [...entityDiagrams(context, design), ...lifecycleDiagrams(context)].map((diagram) => ({
      diagram,
      context: context.context,
    })),
  );
  const taken = new Set<string>();
  return [...whole, ...inside].map((one) => {
    const name = uniqueName(one.diagram.name, taken);
    taken.add(name);
    return { ...one, diagram: { ...one.diagram, name } };
  });
}
