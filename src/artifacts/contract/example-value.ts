import type { ContextDesign } from "../../design/design.ts";
import type { ResolvedProperty } from "../../design/resolve-property.ts";
import { sampleValue } from "../../design/sample-value.ts";
import { sampleName } from "./sample-name.ts";

/** Example data that readers of the document take for a reference or for a merge of YAML 1.1. */
const UNSAFE = /"\$(?:ref|id|anchor|dynamicAnchor|schema)"|"<<"|__proto__/i;

/** An example of a single value, as JSON. */
export function exampleValue(
  context: ContextDesign,
  property: ResolvedProperty,
  ordinal: number,
): unknown {
  const { value } = property;
  const samples = value.samples.filter((sample) => !UNSAFE.test(String(sample)));
  const sample = sampleValue({ ...value, samples }, sampleName(context, property), ordinal);
  return value.type === "json" && !value.enumValues?.length ? JSON.parse(String(sample)) : sample;
}
