import { yamlText } from "../../artifacts/yaml-text.ts";
import type { Emitter } from "../emitter.ts";
import { apiSurfaces } from "./api-surfaces.ts";
import { openapiDocument } from "./document.ts";
import { toOpenapi31 } from "./to-openapi-31.ts";

/**
 * One OpenAPI document per context that is reached over HTTP, one of all that is public, and one of
 * that for each kind of client from outside.
 */
export const openapiEmitter: Emitter = {
  id: "openapi",
  emit(design, { openapi }) {
    const { surfaces, diagnostics } = apiSurfaces(design);
    const artifacts = surfaces.map((surface) => {
      const { document, origins } = openapiDocument(design, surface, openapi);
      const text = yamlText(openapi === "3.1" ? toOpenapi31(document) : document);
      const context = surface.context === undefined ? {} : { context: surface.context.id };
      return { path: surface.path, kind: "openapi" as const, text, origins, ...context };
    });
    return { artifacts, diagnostics };
  },
};
