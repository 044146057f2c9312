import { yamlText } from "../../artifacts/yaml-text.ts";
import type { Emitter } from "../emitter.ts";
import { apiSurfaces } from "./api-surfaces.ts";
import { openapiDocument } from "./document.ts";
import { toOpenapi31 } from "./to-openapi-31.ts";

/** One OpenAPI document per context that is reached over HTTP, and one of all that is public. */
export const openapiEmitter: Emitter = {
  id: "openapi",
  emit(design, { openapi }) {
    const emissions = apiSurfaces(design).map((surface) => {
      const { document, origins, diagnostics } = openapiDocument(design, surface);
      const text = yamlText(openapi === "3.1" ? toOpenapi31(document) : document);
      const context = surface.context === undefined ? {} : { context: surface.context.id };
      const artifact = { path: surface.path, kind: "openapi" as const, text, origins, ...context };
      return { artifact, diagnostics };
    });
    return {
      artifacts: emissions.map(({ artifact }) => artifact),
      diagnostics: emissions.flatMap(({ diagnostics }) => diagnostics),
    };
  },
};
