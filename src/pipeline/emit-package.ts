import type { Artifact } from "../artifacts/artifact.ts";
import { designDocuments } from "../design/design-documents.ts";
import type { Design } from "../design/design.ts";
import { jsonSchemas } from "../design/json-schemas.ts";
import type { Emission, EmitOptions } from "../emitters/emitter.ts";
import { composeSupergraph } from "../emitters/graphql/compose-supergraph.ts";
import { emitters } from "../emitters/registry.generated.ts";

/** Every file of a package but the lock: the stored Design, its schemas and all deliverables. */
export async function emitPackage(design: Design, options: EmitOptions): Promise<Emission> {
  const emissions = emitters.map((emitter) => emitter.emit(design, options));
  const rendered = emissions.flatMap(({ artifacts }) => artifacts);
  // Made of the subgraphs, by a library that is loaded only where there are some.
  const supergraph = await composeSupergraph(rendered);
  return {
    artifacts: [...emitDesign(design), ...rendered, ...supergraph],
    diagnostics: emissions.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The stored Design and its schemas alone: what is kept of a Design that cannot be rendered. */
export function emitDesign(design: Design): readonly Artifact[] {
  return [...designArtifacts(design), ...schemaArtifacts()];
}

function designArtifacts(design: Design): readonly Artifact[] {
  return designDocuments(design).map(({ path, text, document }) => ({
    path,
    kind: "design",
    text,
    ...(document === "system" ? {} : { context: document }),
    origins: [],
  }));
}

/** Beside the Design, so that an editor completes it without a network. */
function schemaArtifacts(): readonly Artifact[] {
  return Object.entries(jsonSchemas()).map(([name, schema]) => ({
    path: `design/schema/${name}`,
    kind: "json-schema",
    text: `${JSON.stringify(schema, undefined, 2)}\n`,
    origins: [],
  }));
}
