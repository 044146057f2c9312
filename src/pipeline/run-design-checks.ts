import { designChecks } from "../checks/registry.generated.ts";
import { indexDesign } from "../design/design-index.ts";
import type { Design } from "../design/design.ts";
import type { UnitKind } from "../design/units.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** What the rules say about a Design of which only some kinds of unit are drafted. */
export function runDesignChecks(
  design: Design,
  drafted: ReadonlySet<UnitKind>,
): readonly Diagnostic[] {
  const index = indexDesign(design);
  return designChecks
    .filter(({ after }) => after.every((kind) => drafted.has(kind)))
    .flatMap(({ check }) => check(design, index));
}
