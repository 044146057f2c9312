import { indexDesign } from "../../design/design-index.ts";
import type { Design } from "../../design/design.ts";
import { unitDeclarations, unitName, unitsOf } from "../../design/units.ts";
import type { ContextSection, SystemSection, Unit, UnitKind } from "../../design/units.ts";
import { unsatisfiedRequirements } from "../../design/unsatisfied-requirements.ts";
import { partOf } from "../../design/unit-part.ts";
import { asData } from "./as-data.ts";
import { earlierGuesses } from "./earlier-guesses.ts";
import { fromPart } from "./from-part.ts";
import type { Level } from "./settled-sections.ts";
import { settledSections } from "./settled-sections.ts";
import { tellElements } from "./tell-elements.ts";

/** How much is told, from all that is wanted down to what fits. */
interface Detail {
  /** Longest text, in characters; what introduces the system has more. */
  readonly prose: number;
  /** Most items of a list of elements. */
  readonly items: number;
  readonly levels: { readonly [Wanted in Level]: Level };
}

const AS_WANTED = { whole: "whole", facts: "facts", names: "names" } as const;
const SHORTER = { whole: "whole", facts: "names", names: "names" } as const;
const FACTS_ONLY = { whole: "facts", facts: "names", names: "names" } as const;
const NAMES_ONLY = { whole: "names", facts: "names", names: "names" } as const;

const DETAILS: readonly Detail[] = [
  { prose: 4000, items: 2000, levels: AS_WANTED },
  { prose: 400, items: 2000, levels: AS_WANTED },
  { prose: 160, items: 2000, levels: AS_WANTED },
  { prose: 160, items: 2000, levels: SHORTER },
  { prose: 120, items: 1000, levels: FACTS_ONLY },
  { prose: 80, items: 500, levels: NAMES_ONLY },
  { prose: 40, items: 60, levels: NAMES_ONLY },
];

/** The introduction of the system is worth more than the prose of an element. */
const INTRODUCTION = 1200;

/**
 * What is settled before a unit, as JSON of at most `limit` characters, in the words of the
 * answers: of each earlier section what this kind of unit needs, with as much detail as fits; of
 * other contexts what their units have settled so far; what earlier units guessed; and which
 * requirements nothing satisfies yet.
 */
export function compactDesign(design: Design, unit: Unit, limit: number): string {
  const answers = settledAnswers(design, unit);
  for (const detail of DETAILS) {
    const text = asData(view(answers, design, unit, detail));
    if (text.length <= limit) return text;
  }
  const names = design.system.contexts.slice(0, 100).map(({ id }) => id);
  return asData({ contexts: names, note: "too large to be shown" });
}

/** One earlier unit's sections in the form in which it was answered. */
interface Settled {
  readonly unit: Unit;
  readonly sections: readonly (SystemSection | ContextSection)[];
  readonly answer: Readonly<Record<string, unknown>>;
}

function settledAnswers(design: Design, unit: Unit): readonly Settled[] {
  const position = unitDeclarations.findIndex(({ kind }) => kind === unit.kind);
  return unitsOf(design.system.contexts).flatMap((earlier) => {
    const at = unitDeclarations.findIndex(({ kind }) => kind === earlier.kind);
    const isSibling = at === position && unitName(earlier) !== unitName(unit);
    if (at > position || (at === position && !isSibling)) return [];
    const { systemSections = [], contextSections = [] } = unitDeclarations[at] ?? {};
    const part = { ...partOf(design, earlier), assumptions: [], openQuestions: [] };
    const answer = Object(fromPart(earlier.kind, part)) as Settled["answer"];
    return [{ unit: earlier, sections: [...systemSections, ...contextSections], answer }];
  });
}

function view(
  answers: readonly Settled[],
  design: Design,
  unit: Unit,
  { levels, prose, items }: Detail,
): unknown {
  const system: Record<string, unknown> = {};
  const contexts: Record<string, Record<string, unknown>> = {};
  for (const { unit: earlier, sections, answer } of answers) {
    for (const section of sections) {
      const wanted = levelOf(unit, earlier, section);
      if (wanted === undefined) continue;
      const isIntroduction = section === "title" || section === "summary";
      const told = tellElements(section, answer[section], {
        level: levels[wanted],
        prose: isIntroduction ? Math.max(prose, INTRODUCTION) : prose,
        items,
      });
      if (told === undefined) continue;
      if (earlier.context === undefined) system[section] = told;
      else (contexts[earlier.context] ??= {})[section] = told;
    }
  }
  const isReview = unit.kind === "reviews";
  const guesses = tellElements("guesses", earlierGuesses(design, unit), {
    level: "whole",
    prose: isReview ? prose : Math.min(prose, 300),
    items: isReview ? items : Math.min(items, 60),
  });
  const unsatisfied = unsatisfiedIds(design, unit).slice(0, items);
  return {
    system,
    ...(Object.keys(contexts).length === 0 ? {} : { contexts }),
    ...(guesses === undefined ? {} : { guesses }),
    ...(unsatisfied.length === 0 ? {} : { unsatisfied }),
  };
}

/** Before these, little has been said that could satisfy anything. */
const EARLY: ReadonlySet<UnitKind> = new Set(["requirements", "landscape", "access", "data"]);

function unsatisfiedIds(design: Design, { kind }: Unit): readonly string[] {
  if (EARLY.has(kind)) return [];
  return unsatisfiedRequirements(design, indexDesign(design)).map(({ id }) => id);
}

/** A unit sees its own context whole, and of its siblings what they own and what they offer. */
function levelOf(
  unit: Unit,
  earlier: Unit,
  section: SystemSection | ContextSection,
): Level | undefined {
  if (earlier.kind === unit.kind) return section === "schemas" ? undefined : "facts";
  const isOwn = unit.context !== undefined && earlier.context === unit.context;
  return isOwn ? "whole" : settledSections[unit.kind][section];
}
