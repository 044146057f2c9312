import type { Design } from "../../design/design.ts";
import type { EmitOptions } from "../emitter.ts";
import { apiGuideView } from "./api-guide-view.ts";
import { assumptionsView } from "./assumptions-view.ts";
import { boundariesView } from "./boundaries-view.ts";
import { cachingView } from "./caching-view.ts";
import { capacityView } from "./capacity-view.ts";
import { dataDictionaryView } from "./data-dictionary-view.ts";
import { dataView } from "./data-view.ts";
import { decisionRecords, decisionsView } from "./decisions-view.ts";
import { deliveryView } from "./delivery-view.ts";
import { flowsView } from "./flows-view.ts";
import { indexingView } from "./indexing-view.ts";
import { infrastructureView } from "./infrastructure-view.ts";
import { observabilityView } from "./observability-view.ts";
import { readmeView } from "./readme-view.ts";
import { reliabilityView } from "./reliability-view.ts";
import { reviewsView } from "./reviews-view.ts";
import { risksView } from "./risks-view.ts";
import { scalingView } from "./scaling-view.ts";
import { securityView } from "./security-view.ts";
import { summaryView } from "./summary-view.ts";
import { technologyView } from "./technology-view.ts";
import { traceabilityView } from "./traceability-view.ts";

/** A document of the package: where it stands, and what it is made of. */
export interface DocumentPlan {
  readonly path: string;
  /** Path below `templates/`. */
  readonly template: string;
  readonly view: object;
}

/** The documents of a Design in arc42 order; none about what the Design does not speak of. */
export function documentsOf(
  design: Design,
  { provenance, accessPlans }: Pick<EmitOptions, "provenance" | "accessPlans">,
): readonly DocumentPlan[] {
  const chapters = [
    ...planned("summary", summaryView(design)),
    ...planned("technology", technologyView(design)),
    ...planned("boundaries", boundariesView(design)),
    ...planned("flows", flowsView(design)),
    ...planned("infrastructure", infrastructureView(design)),
    ...planned("api-guide", apiGuideView(design)),
    ...planned("data", dataView(design)),
    ...planned("data-dictionary", dataDictionaryView(design)),
    ...planned("indexing", indexingView(design, accessPlans)),
    ...planned("caching", cachingView(design)),
    ...planned("scaling", scalingView(design)),
    ...planned("reliability", reliabilityView(design)),
    ...planned("observability", observabilityView(design)),
    ...planned("security", securityView(design)),
    ...planned("decisions", decisionsView(design), "decisions/README"),
    ...decisionRecords(design).map(({ file, view }) => ({
      path: `docs/decisions/${file}`,
      template: "docs/decision.md.liquid",
      view,
    })),
    ...planned("capacity", capacityView(design)),
    ...planned("risks", risksView(design)),
    ...planned("delivery", deliveryView(design)),
    ...planned("reviews", reviewsView(design)),
    ...planned("assumptions", assumptionsView(design)),
    ...planned("traceability", traceabilityView(design)),
  ];
  const paths = chapters.map(({ path }) => path);
  return [
    {
      path: "README.md",
      template: "docs/README.md.liquid",
      view: readmeView(design, provenance, paths),
    },
    ...chapters,
  ];
}

function planned(name: string, view: object | undefined, file = name): readonly DocumentPlan[] {
  if (view === undefined) return [];
  return [{ path: `docs/${file}.md`, template: `docs/${name}.md.liquid`, view }];
}
