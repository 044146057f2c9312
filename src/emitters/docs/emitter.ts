import type { Emitter } from "../emitter.ts";
import { documentsOf } from "./documents.ts";
import { createTemplateRenderer } from "./render-template.ts";

/** `README.md` and `docs/**`: what a person reads, computed from the Design. */
export const docsEmitter: Emitter = {
  id: "docs",
  emit(design, { templates, provenance }) {
    const render = createTemplateRenderer(templates);
    return {
      artifacts: documentsOf(design, provenance).map(({ path, template, view }) => ({
        path,
        kind: "markdown",
        text: render(template, view),
        origins: [],
      })),
      diagnostics: [],
    };
  },
};
