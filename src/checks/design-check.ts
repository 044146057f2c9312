import type { DesignIndex } from "../design/design-index.ts";
import type { Design } from "../design/design.ts";
import type { UnitKind } from "../design/units.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** A rule that holds for every valid Design. */
export interface DesignCheck {
  /** Units that must be drafted before the rule says anything; it is held from then on. */
  readonly after: readonly UnitKind[];
  check(design: Design, index: DesignIndex): readonly Diagnostic[];
}
