import type { Context, Entity, Field, Operation } from "../../design/design.ts";
import type { ClientKind } from "./client-kinds.ts";

/** What the rules make of a reading before any unit is drafted; ids are those of the rules. */
export interface DomainModel {
  readonly contexts: readonly ContextPlan[];
  readonly entities: readonly EntityPlan[];
  readonly operations: readonly OperationPlan[];
  readonly events: readonly EventPlan[];
  readonly actors: readonly ActorPlan[];
  /** What patterns call for besides tables. */
  readonly needs: readonly NeedPlan[];
}

export interface ContextPlan {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly classification: Context["classification"];
  readonly requirements: readonly string[];
}

export interface ActorPlan {
  readonly id: string;
  readonly name: string;
  readonly kind: "person" | "external-system";
  readonly description: string;
  /** With what it calls; empty where the text does not say, or it is only called. */
  readonly clients: readonly ClientKind[];
  /** The statement that says who it is. */
  readonly definition?: string;
  readonly requirements: readonly string[];
}

/** A reference from one entity to another; becomes a relation where both are in one context. */
export interface ReferencePlan {
  /** Id of the field that holds it: `category-id`. */
  readonly field: string;
  readonly to: string;
  readonly required: boolean;
  readonly one: boolean;
  /** The row has no meaning without the other: an order line without its order. */
  readonly owned: boolean;
  readonly basis: Field["basis"];
}

export interface LifecyclePlan {
  readonly field: string;
  readonly initial: string;
  readonly transitions: readonly {
    readonly from: string;
    readonly to: string;
    readonly trigger: string;
  }[];
}

export interface EntityPlan {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly context: string;
  /** Phrases of the text that mean it. */
  readonly words: readonly string[];
  /** Without key, time stamps and references. */
  readonly fields: readonly Field[];
  readonly references: readonly ReferencePlan[];
  readonly computed?: readonly ComputedPlan[];
  readonly uniqueKeys: readonly (readonly string[])[];
  readonly rules: Entity["rules"];
  readonly lifecycle?: LifecyclePlan;
  /** Requirements that call for it or say what it holds. */
  readonly requirements: readonly string[];
  readonly basis: Entity["basis"];
  readonly centrality: number;
  /** Rows for each registered user, where the text gives no number. */
  readonly rowsPerUser: number;
  /** Lives in the analytical store instead of the relational one. */
  readonly store?: "olap";
  /** What it is there. */
  readonly analytics?: Entity["analytics"];
}

export type OperationShape = "create" | "list" | "read" | "update" | "delete" | "command";

/** A value in a body that no field of the entity holds. */
export interface ValuePlan {
  /** Words: "password", "refresh token". */
  readonly name: string;
  readonly type: Field["type"];
  readonly format?: Field["format"];
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Digits of a decimal. */
  readonly precision?: number;
  readonly scale?: number;
  readonly samples: Field["samples"];
  readonly required: boolean;
}

/** A value of answers that is made from other rows when it is asked for. */
export interface ComputedPlan extends ValuePlan {
  /** The statement that asks for it. */
  readonly requirement?: string;
}

export interface BindingPlan {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  readonly path: string;
  readonly status: 200 | 201 | 202 | 204;
}

export interface OperationPlan {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly shape: OperationShape;
  readonly entity: string;
  /** Where the text or a pattern fixes it; else made from shape and entity. */
  readonly http?: BindingPlan;
  /** Word of a command in the path: `cancel`. */
  readonly command?: string;
  /** Fields of the entity in the request; all that a client may set where left out. */
  readonly accepts?: readonly string[];
  readonly acceptsValues: readonly ValuePlan[];
  /** Values of the answer besides, or instead of, the entity. */
  readonly answers?: readonly ValuePlan[];
  readonly headers?: readonly ValuePlan[];
  readonly idempotency?: Operation["idempotency"];
  /** Ids of actors who do it; empty where the text does not say. */
  readonly actors: readonly string[];
  /** One request carries many of them. */
  readonly bulk?: boolean;
  /** Only what belongs to the caller. */
  readonly own: boolean;
  /** Why nobody has to prove who they are. */
  readonly publicReason?: string;
  /** Fields that a list is filtered by. */
  readonly filters: readonly string[];
  /** Whether a list is searched by words. */
  readonly search: boolean;
  readonly requirements: readonly string[];
  /** Nobody asked for it in words, but what was asked for cannot be used without. */
  readonly assumed: boolean;
}

export interface EventPlan {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly entity: string;
  /** Ids of contexts of the plan that listen. */
  readonly consumers: readonly string[];
  readonly requirements: readonly string[];
}

export interface NeedPlan {
  readonly store: "cache" | "search" | "object" | "stream" | "olap";
  readonly reason: string;
  readonly contexts: readonly string[];
  readonly requirements: readonly string[];
}
