import type { Context, Entity, Field, Operation } from "../../design/design.ts";
import type {
  BindingPlan,
  LifecyclePlan,
  NeedPlan,
  OperationShape,
  ValuePlan,
} from "./domain-model.ts";

/** A field of a known entity; type, bounds and samples come from its name (`fieldNamed`). */
export interface KnownField {
  /** Words: "order number". */
  readonly name: string;
  /** Other words for it in requirements. */
  readonly synonyms?: readonly string[];
  /** There even where the text does not say so; then it is marked as assumed. */
  readonly essential?: boolean;
  /** There where a statement about the entity matches. */
  readonly when?: RegExp;
  readonly unique?: boolean;
  /** What differs from what the name alone would give. */
  readonly overrides?: Partial<Omit<Field, "id" | "name" | "basis">>;
}

export interface KnownReference {
  /** Id of a known entity of any pattern; left out where that entity is not called for. */
  readonly to: string;
  /** Words of the field without "id", where they differ from the entity's: "parent". */
  readonly role?: string;
  readonly required: boolean;
  readonly one?: boolean;
  readonly owned?: boolean;
  readonly when?: RegExp;
}

export interface KnownEntity {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Phrases (singular, lower case) that name it. */
  readonly names: readonly string[];
  /** A statement that calls for it without naming it; a technical table that others need. */
  readonly impliedBy?: RegExp;
  /** What some statement has to match, where the name alone may mean something else: "in order to". */
  readonly evidence?: RegExp;
  /** Where a statement matches, the names mean something else ("the balance of an account"). */
  readonly unless?: RegExp;
  /** Which of the names it keeps where the text calls it so: all ("photo" for a media file), or these. */
  readonly keepsWord?: true | readonly string[];
  /** Lives in the analytical store instead of the relational one. */
  readonly store?: "olap";
  /** What it is there. */
  readonly analytics?: Entity["analytics"];
  /** Why everybody may look at it, where that is usual. */
  readonly publicReads?: string;
  /** Ids of known entities, one of which has to be called for before this one is. */
  readonly needs?: readonly string[];
  readonly fields: readonly KnownField[];
  readonly references?: readonly KnownReference[];
  /** Sets of field ids; a set whose fields are not all there is left out. */
  readonly uniqueKeys?: readonly (readonly string[])[];
  readonly rules?: Entity["rules"];
  /** The stated lifecycle wins. */
  readonly lifecycle?: LifecyclePlan & {
    readonly states: readonly string[];
    readonly when: RegExp;
  };
  readonly rowsPerUser?: number;
}

/** An operation whose form everybody expects; there where a statement matches. */
export interface KnownOperation {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly entity: string;
  readonly when: RegExp;
  /** Actions ("sign in", "change quantity") that it answers, so that none is made from the verb. */
  readonly claims: RegExp;
  readonly shape: OperationShape;
  readonly http: BindingPlan;
  /** Field ids of the entity. */
  readonly accepts?: readonly string[];
  readonly acceptsValues?: readonly ValuePlan[];
  readonly answers?: readonly ValuePlan[];
  /** Headers besides those that every operation has. */
  readonly headers?: readonly ValuePlan[];
  /** What differs from what method and shape would give. */
  readonly idempotency?: Operation["idempotency"];
  /** What stands for `{provider}` in path, name and headers: the first of these that the text names. */
  readonly provider?: { readonly known: readonly string[]; readonly otherwise: string };
  readonly own?: boolean;
  readonly publicReason?: string;
}

export interface KnownEvent {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly entity: string;
  readonly when: RegExp;
  /** Ids of patterns' contexts that listen, where they are there. */
  readonly consumers: readonly string[];
}

/** A service of somebody else that is needed, whether the text names it or not. */
export interface KnownProvider {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly when: RegExp;
  /** Names of services that do the same; where the text has one of them, nobody else is needed. */
  readonly named: RegExp;
}

export interface KnownNeed extends Omit<NeedPlan, "requirements" | "contexts"> {
  readonly when: RegExp;
}

/**
 * What every backend of a kind has: declared, not programmed. A pattern adds only what a statement
 * calls for, and everything it adds cites the statement.
 */
export interface Pattern {
  /**
   * Patterns are asked in this order, lowest first: what an earlier one has taken (an id, or a
   * phrase as the name of a thing) no later one takes again. No two have the same.
   */
  readonly priority: number;
  readonly context: {
    readonly id: string;
    readonly name: string;
    readonly purpose: string;
    readonly classification: Context["classification"];
  };
  readonly entities: readonly KnownEntity[];
  readonly operations: readonly KnownOperation[];
  readonly events: readonly KnownEvent[];
  readonly needs: readonly KnownNeed[];
  readonly providers?: readonly KnownProvider[];
  /** Holds the tables of a star schema that the text spells out (`fact_…`, `dim_…`). */
  readonly holdsStarSchema?: boolean;
}
