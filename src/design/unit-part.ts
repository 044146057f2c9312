import type { Assumption, ContextDesign, Design, OpenQuestion, System } from "./design.ts";
import type { ContextSection, SystemSection, Unit } from "./units.ts";
import { declarationOf, unitName } from "./units.ts";

/** What an architect answers for one unit: the sections it owns, and what it had to guess. */
export interface UnitPart {
  readonly system?: Partial<Pick<System, SystemSection>>;
  readonly context?: Partial<Pick<ContextDesign, ContextSection>>;
  readonly assumptions: readonly Omit<Assumption, "unit">[];
  readonly openQuestions: readonly Omit<OpenQuestion, "unit">[];
}

/**
 * The Design with the unit's sections replaced. Sections that the unit does not own are ignored,
 * so an architect cannot change what another unit has settled.
 */
export function mergePart(design: Design, unit: Unit, part: UnitPart): Design {
  const owner = unitName(unit);
  const { systemSections, contextSections } = declarationOf(unit.kind);
  const system: System = {
    ...design.system,
    ...pick(part.system ?? {}, systemSections),
    assumptions: replaceOwned(design.system.assumptions, owner, part.assumptions),
    openQuestions: replaceOwned(design.system.openQuestions, owner, part.openQuestions),
  };
  const contexts = system.contexts.map(({ id }) => {
    const known = design.contexts.find(({ context }) => context === id);
    const current = known ?? { context: id, entities: [], operations: [], schemas: [] };
    return id === unit.context
      ? { ...current, ...pick(part.context ?? {}, contextSections) }
      : current;
  });
  return { system, contexts };
}

/** The part of a Design that a unit owns: what `mergePart` would put back. */
export function partOf(design: Design, unit: Unit): UnitPart {
  const owner = unitName(unit);
  const { systemSections, contextSections } = declarationOf(unit.kind);
  const context = design.contexts.find((candidate) => candidate.context === unit.context);
  return {
    system: pick(design.system, systemSections),
    ...(context === undefined ? {} : { context: pick(context, contextSections) }),
    assumptions: design.system.assumptions.filter(({ unit: maker }) => maker === owner),
    openQuestions: design.system.openQuestions.filter(({ unit: maker }) => maker === owner),
  };
}

function replaceOwned<T extends { readonly id: string; readonly unit: string }>(
  all: readonly T[],
  owner: string,
  own: readonly Omit<T, "unit">[],
): readonly T[] {
  const others = all.filter(({ unit }) => unit !== owner);
  const taken = new Set(others.map(({ id }) => id));
  const prefix = owner.replace(":", "-");
  const added = own.map((item) => {
    const wanted = String(item["id" as keyof typeof item]);
    const id = taken.has(wanted) ? `${prefix}-${wanted}`.slice(0, 64) : wanted;
    return { ...item, id, unit: owner } as unknown as T;
  });
  return [...others, ...added];
}

function pick<T extends object, Key extends keyof T>(from: T, keys: readonly Key[]): Pick<T, Key> {
  return Object.fromEntries(
    keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]]),
  ) as Pick<T, Key>;
}
