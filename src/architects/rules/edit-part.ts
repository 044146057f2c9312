import type { Design } from "../../design/design.ts";
import { SYSTEM } from "../../design/walk-design.ts";
import type { ReferenceVisit } from "../../design/walk-design.ts";
import type { UnitPart } from "../../design/unit-part.ts";
import { partOf } from "../../design/unit-part.ts";
import type { Unit } from "../../design/units.ts";
import { declarationOf } from "../../design/units.ts";

export type Tokens = readonly (string | number)[];
export type Tree = Record<string | number, unknown>;

/** A Design that may be changed in place, by document and path. */
export interface EditableDesign {
  readonly design: Design;
  readonly at: (document: string, tokens: Tokens) => unknown;
  readonly set: (document: string, tokens: Tokens, value: unknown) => void;
  /** Removes properties at once and array items when `compact` is called. */
  readonly remove: (document: string, tokens: Tokens) => void;
  readonly compact: () => void;
}

const REMOVED = Symbol("removed");

export function editableCopy(design: Design): EditableDesign {
  const copy = structuredClone<Design>(design);
  const documents = new Map<string, unknown>([
    [SYSTEM, copy.system],
    ...copy.contexts.map((context): [string, unknown] => [context.context, context]),
  ]);
  const touched = new Set<unknown[]>();
  function at(document: string, tokens: Tokens): unknown {
    return tokens.reduce(
      (tree: unknown, token) => (isTree(tree) ? tree[token] : undefined),
      documents.get(document),
    );
  }
  function holder(document: string, tokens: Tokens): Tree | undefined {
    const tree = at(document, tokens.slice(0, -1));
    return isTree(tree) ? tree : undefined;
  }
  return {
    design: copy,
    at,
    set(document, tokens, value) {
      const tree = holder(document, tokens);
      const last = tokens.at(-1);
      if (tree !== undefined && last !== undefined) tree[last] = value;
    },
    remove(document, tokens) {
      const tree = holder(document, tokens);
      const last = tokens.at(-1);
      if (tree === undefined || last === undefined) return;
      if (Array.isArray(tree)) {
        (tree as unknown[])[Number(last)] = REMOVED;
        touched.add(tree);
      } else {
        delete tree[last];
      }
    },
    compact() {
      for (const list of touched) {
        const kept = list.filter((item) => item !== REMOVED);
        list.splice(0, list.length, ...kept);
      }
      touched.clear();
    },
  };
}

/** Whether a reference or an element stands in what the unit owns. */
export function isOwn(
  unit: Unit,
  { document, tokens }: Pick<ReferenceVisit, "document" | "tokens">,
  design: Design,
): boolean {
  const { systemSections, contextSections } = declarationOf(unit.kind);
  const [section = "", position] = tokens;
  if (document !== SYSTEM)
    return document === unit.context && (contextSections as readonly unknown[]).includes(section);
  if (section === "assumptions" || section === "openQuestions") {
    const item = design.system[section][Number(position)];
    const owner = unit.context === undefined ? unit.kind : `${unit.kind}:${unit.context}`;
    return item?.unit === owner;
  }
  return (systemSections as readonly unknown[]).includes(section);
}

/** The unit's part of an edited Design. */
export function partOfEdited(design: Design, unit: Unit): UnitPart {
  const part = partOf(design, unit);
  return {
    ...part,
    assumptions: part.assumptions.map((assumption) => ({ ...assumption })),
    openQuestions: part.openQuestions.map((question) => ({ ...question })),
  };
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null;
}
