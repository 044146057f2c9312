import type { Field } from "./design.ts";

/** What is known of a value: its type, its bounds and the samples that were given for it. */
export type ValueDescription = Pick<
  Field,
  | "type"
  | "format"
  | "enumValues"
  | "minimum"
  | "maximum"
  | "minLength"
  | "maxLength"
  | "precision"
  | "scale"
  | "samples"
>;
