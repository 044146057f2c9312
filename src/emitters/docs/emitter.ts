import type { Artifact } from "../../artifacts/artifact.ts";
import type { Emitter } from "../emitter.ts";
import { apiGuideView } from "./api-guide-view.ts";
import { assumptionsView } from "./assumptions-view.ts";
import { boundariesView } from "./boundaries-view.ts";
import { capacityView } from "./capacity-view.ts";
import { readmeView } from "./readme-view.ts";
import { createTemplateRenderer } from "./render-template.ts";
import { traceabilityView } from "./traceability-view.ts";

/** `README.md` and `docs/*.md`: what a person reads, computed from the Design. */
export const docsEmitter: Emitter = {
  id: "docs",
  emit(design, { templates, provenance }) {
    const render = createTemplateRenderer(templates);

    function document(path: string, view: object): Artifact {
      const name = path.slice(path.lastIndexOf("/") + 1);
      return { path, kind: "markdown", text: render(`docs/${name}.liquid`, view), origins: [] };
    }

    return {
      artifacts: [
        document("README.md", readmeView(design, provenance)),
        document("docs/boundaries.md", boundariesView(design)),
        document("docs/api-guide.md", apiGuideView(design)),
        document("docs/capacity.md", capacityView(design)),
        document("docs/traceability.md", traceabilityView(design)),
        document("docs/assumptions.md", assumptionsView(design)),
      ],
      diagnostics: [],
    };
  },
};
