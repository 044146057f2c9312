import type { Artifact } from "../../artifacts/artifact.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Emitter } from "../emitter.ts";
import { brokenTemplate } from "./broken-template.ts";
import { documentsOf } from "./documents.ts";
import { createTemplateRenderer, reasonOfTemplateError } from "./render-template.ts";

/** `README.md` and `docs/**`: what a person reads, computed from the Design. */
export const docsEmitter: Emitter = {
  id: "docs",
  emit(design, options) {
    const render = createTemplateRenderer(options.templates);
    const artifacts: Artifact[] = [];
    const broken = new Map<string, Diagnostic>();
    for (const { path, template, view } of documentsOf(design, options)) {
      try {
        artifacts.push({ path, kind: "markdown", text: render(template, view), origins: [] });
      } catch (error) {
        // Templates may be a person's own: what is wrong in one of them is no bug.
        const reason = reasonOfTemplateError(error);
        if (reason === undefined) throw error;
        broken.set(template, brokenTemplate("package", { template, reason }));
      }
    }
    return { artifacts, diagnostics: [...broken.values()] };
  },
};
