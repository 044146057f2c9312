import { designDiagrams } from "../../artifacts/mermaid/design-diagrams.ts";
import type { Emitter } from "../emitter.ts";

/** The diagrams of the package: `diagrams/*.mmd`, each small enough to read. */
export const mermaidEmitter: Emitter = {
  id: "mermaid",
  emit(design) {
    const artifacts = designDiagrams(design).map(({ diagram, context }) => ({
      path: `diagrams/${diagram.name}.mmd`,
      kind: "mermaid" as const,
      text: diagram.text,
      ...(context === undefined ? {} : { context }),
      origins: diagram.origins,
    }));
    return { artifacts, diagnostics: [] };
  },
};
