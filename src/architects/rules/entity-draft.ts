import type { Field } from "../../design/design.ts";
import type { EntityMention } from "../../requirements/entity-mention.ts";
import type { ComputedPlan, EntityPlan, LifecyclePlan, ReferencePlan } from "./domain-model.ts";
import type { KnownEntity, Pattern } from "./pattern.ts";

/** An entity while it is put together. */
export interface EntityDraft {
  readonly id: string;
  readonly name: string;
  description: string;
  readonly words: Set<string>;
  readonly fields: Map<string, Field>;
  readonly references: Map<string, ReferencePlan>;
  /** By id: what answers show of it and no row holds. */
  readonly computed: Map<string, ComputedPlan>;
  readonly uniqueKeys: (readonly string[])[];
  readonly rules: EntityPlan["rules"][number][];
  lifecycle?: LifecyclePlan;
  readonly requirements: Set<string>;
  basis: EntityPlan["basis"];
  centrality: number;
  rowsPerUser: number;
  readonly mentions: EntityMention[];
  /** Whether so much of the text speaks for it that it is kept though nothing else refers to it. */
  isEvident: boolean;
  readonly known?: { readonly entity: KnownEntity; readonly pattern: Pattern };
}

export function entityDraft(id: string, name: string, known?: EntityDraft["known"]): EntityDraft {
  return {
    id,
    name,
    description: "",
    words: new Set(),
    fields: new Map(),
    references: new Map(),
    computed: new Map(),
    uniqueKeys: [],
    rules: [],
    requirements: new Set(),
    basis: "stated",
    centrality: 0,
    rowsPerUser: 1,
    mentions: [],
    isEvident: false,
    ...(known === undefined ? {} : { known }),
  };
}

export function addUnique(draft: EntityDraft, fields: readonly string[]): void {
  const key = fields.join(" ");
  if (!draft.uniqueKeys.some((known) => known.join(" ") === key)) draft.uniqueKeys.push(fields);
}
