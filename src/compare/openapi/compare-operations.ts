import type { ChangePlace, Owner } from "./change-place.ts";
import type { FoundOperation } from "./collect-operations.ts";
import { compareContent } from "./compare-content.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareResponses } from "./compare-responses.ts";
import type { Comparison } from "./comparison.ts";
import { childOf } from "./json-node.ts";
import type { Pair, BodyView, OperationView } from "./api-rule.ts";
import { pairOf } from "./pair-of.ts";

/** Compares an operation with what it was; one side is missing where it came or went. */
export function compareOperations(
  comparison: Comparison,
  { base, head }: Pair<FoundOperation>,
  owner: Owner,
): void {
  const direction = (head ?? base)?.direction ?? "request";
  const place: ChangePlace = {
    owner,
    path: [],
    direction,
    isText: false,
    ...(base && { base: base.node.pointer }),
    ...(head && { head: head.node.pointer }),
  };
  const pair = { ...(base && { base: viewOf(base) }), ...(head && { head: viewOf(head) }) };
  comparison.judge("operation", pair, place);
  if (base === undefined || head === undefined) return;
  compareParameters(comparison, { base, head }, place);
  compareBodies(comparison, { base, head }, place);
  const answer = direction === "request" ? "response" : "request";
  compareResponses(comparison, base.node, head.node, { ...place, direction: answer });
}

function viewOf({ value, security }: FoundOperation): OperationView {
  return { value, security };
}

function compareBodies(
  comparison: Comparison,
  { base, head }: Required<Pair<FoundOperation>>,
  place: ChangePlace,
): void {
  const was = comparison.base(childOf(base.node, "requestBody"));
  const is = comparison.head(childOf(head.node, "requestBody"));
  const pair: Pair<BodyView> = pairOf(was, is, ({ value }) => ({
    value,
    isRequired: value["required"] === true,
  }));
  const here = { ...place, part: "request", ...pairOf(was, is, ({ pointer }) => pointer) };
  comparison.judge("body", pair, { ...place, ...here });
  if (was !== undefined && is !== undefined) compareContent(comparison, was, is, here);
}
