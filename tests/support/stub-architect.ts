import type { Architect, DraftRequest } from "../../src/architects/architect.ts";
import type { Design } from "../../src/design/design.ts";
import type { UnitPart } from "../../src/design/unit-part.ts";
import { partOf } from "../../src/design/unit-part.ts";
import { unitName } from "../../src/design/units.ts";
import type { Outcome } from "../../src/diagnostics/diagnostic.ts";
import { sampleDesign } from "./sample-design.ts";

type Answer = (request: DraftRequest, right: UnitPart) => Outcome<UnitPart>;

/** An architect that drafts a given Design, but for the units (by name) that it answers otherwise. */
export interface StubArchitect extends Architect {
  readonly requests: readonly DraftRequest[];
  /** The requests about one unit. */
  about(unit: string): readonly DraftRequest[];
}

export function stubArchitect(
  answers: Readonly<Record<string, Answer>> = {},
  options: { readonly name?: string; readonly rounds?: number; readonly design?: Design } = {},
): StubArchitect {
  const { name = "stub", rounds = 1, design = sampleDesign() } = options;
  const requests: DraftRequest[] = [];
  return {
    name,
    rounds,
    requests,
    about: (unit) => requests.filter((request) => unitName(request.unit) === unit),
    async draft(request) {
      requests.push(request);
      const right = partOf(design, request.unit);
      const answer = answers[unitName(request.unit)];
      return answer?.(request, right) ?? { value: right, diagnostics: [] };
    },
  };
}
