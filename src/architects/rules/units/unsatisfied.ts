import { indexDesign } from "../../../design/design-index.ts";
import type { Design, DesignRequirement } from "../../../design/design.ts";

/** Requirements in scope that no element refers to yet, but for assumptions and questions. */
export function unsatisfied(design: Design): readonly DesignRequirement[] {
  const { references } = indexDesign(design);
  const cited = new Set(
    references
      .filter(
        ({ kinds, subject }) =>
          kinds.includes("requirement") && !/^system\/(?:assumption|question|term)\//.test(subject),
      )
      .map(({ text }) => text),
  );
  return design.system.requirements.filter(({ id, scope }) => scope === "in" && !cited.has(id));
}
