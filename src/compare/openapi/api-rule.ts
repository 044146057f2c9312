import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ChangePlace } from "./change-place.ts";
import type { JsonObject } from "./json-node.ts";
import type { SchemaView } from "./schema-view.ts";

/** Both sides of what is in both documents, or the one side of what is in one of them. */
export interface Pair<T> {
  readonly base?: T;
  readonly head?: T;
}

/** An operation with what it inherits from its path and its document. */
export interface OperationView {
  readonly value: JsonObject;
  /** Alternatives, each a set of `scheme` and `scheme:scope` that are needed together. */
  readonly security: readonly ReadonlySet<string>[];
}

export interface ParameterView {
  readonly value: JsonObject;
  readonly in: string;
  readonly isRequired: boolean;
  readonly schema: SchemaView;
}

export interface BodyView {
  readonly value: JsonObject;
  readonly isRequired: boolean;
}

export interface ResponseView {
  readonly value: JsonObject;
  readonly status: string;
}

export interface MediaTypeView {
  readonly value: JsonObject;
  readonly name: string;
  /** Media types of the other document at the same place. */
  readonly others: readonly string[];
}

export interface PropertyView {
  readonly name: string;
  readonly isRequired: boolean;
  readonly schema: SchemaView;
  /** The object that holds it. */
  readonly owner: SchemaView;
}

/** An alternative of `oneOf` or `anyOf`, or a part of `allOf`, that one document lacks. */
export interface MemberView {
  readonly keyword: "oneOf" | "anyOf" | "allOf";
  readonly name: string;
  readonly schema: SchemaView;
}

/** A schema around which a list of alternatives appeared, or was taken away. */
export interface AlternativesView {
  readonly schema: SchemaView;
  /** Empty where it has none. */
  readonly names: readonly string[];
  readonly keyword: "oneOf" | "anyOf";
}

/** What rules can look at. */
export interface ApiPairs {
  readonly document: Pair<JsonObject>;
  readonly operation: Pair<OperationView>;
  readonly parameter: Pair<ParameterView>;
  readonly body: Pair<BodyView>;
  readonly mediaType: Pair<MediaTypeView>;
  readonly response: Pair<ResponseView>;
  readonly header: Pair<ParameterView>;
  readonly schema: Required<Pair<SchemaView>>;
  readonly property: Pair<PropertyView>;
  readonly member: Pair<MemberView>;
  readonly alternatives: Required<Pair<AlternativesView>>;
}

export interface RuleContext {
  /** The day of the comparison, as ISO 8601: a sunset before it has passed. */
  readonly today: string;
}

/** Judges one kind of change. Reports what clients notice; the severity says how. */
export type ApiRule = {
  readonly [Kind in keyof ApiPairs]?: (
    pair: ApiPairs[Kind],
    place: ChangePlace,
    context: RuleContext,
  ) => readonly Diagnostic[];
};
