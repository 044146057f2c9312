import { expect } from "vitest";
import type { DesignCheck } from "../../src/checks/design-check.ts";
import { indexDesign } from "../../src/design/design-index.ts";
import type { Design } from "../../src/design/design.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { editDesign } from "./edit-design.ts";
import type { Editable } from "./edit-design.ts";

/** What one check finds in the sample Design after an edit: at these subjects, nowhere else. */
export function runCheck(
  check: DesignCheck,
  edit: (design: Editable<Design>) => void,
  subjects?: readonly string[],
): readonly Diagnostic[] {
  const design = editDesign(edit);
  const found = check.check(design, indexDesign(design));
  if (subjects !== undefined) expect(found.map(({ subject }) => subject)).toEqual(subjects);
  for (const { fix } of found) expect(fix).toMatch(/\S+ \S+/);
  return found;
}
