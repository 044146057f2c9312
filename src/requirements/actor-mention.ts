/** Somebody or something outside that uses the product, over the whole document. */
export interface ActorMention {
  /** Singular, lower case. */
  readonly name: string;
  readonly kind: "person" | "system";
  readonly count: number;
  readonly requirementIds: readonly string[];
}
