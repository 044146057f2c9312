/** The kind of value an attribute seems to hold, from its name and its sample. */
export type AttributeHint =
  | "enum"
  | "money"
  | "date"
  | "number"
  | "boolean"
  | "text"
  | "email"
  | "url"
  | "string"
  | "timestamp"
  | "decimal"
  | "uuid";

/** A field that the document gives to an entity. */
export interface AttributeMention {
  /** Lower case words: "expiration date". */
  readonly name: string;
  readonly typeHint?: AttributeHint;
  readonly enumValues?: readonly string[];
  readonly unique?: boolean;
  /** Whether the hint is what a type column says, so that it counts more than the name. */
  readonly typed?: boolean;
  readonly maxLength?: number;
  readonly optional?: boolean;
  readonly requirementId: string;
}

/** "An order has many order lines." */
export interface RelationMention {
  /** Name of the other entity. */
  readonly to: string;
  /** How many of the other entity one of this entity has. */
  readonly cardinality: "one" | "many";
  readonly requirementId: string;
}

/** The four basic operations on a thing. */
export type CrudLetter = "C" | "R" | "U" | "D";

/** A thing the document is about, over all its statements. */
export interface EntityMention {
  /** Head phrase, singular, lower case: "order line". */
  readonly name: string;
  readonly count: number;
  readonly requirementIds: readonly string[];
  readonly attributes: readonly AttributeMention[];
  readonly relations: readonly RelationMention[];
  /** Names of a stated lifecycle, in its order. */
  readonly states?: readonly string[];
  readonly crud?: ReadonlySet<CrudLetter>;
  /** Share of the document's weight on this entity, 0 to 1; the list is ordered by it. */
  readonly centrality: number;
}
