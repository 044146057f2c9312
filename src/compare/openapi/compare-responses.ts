import type { ResponseView } from "./api-rule.ts";
import type { ChangePlace } from "./change-place.ts";
import { compareContent } from "./compare-content.ts";
import { schemaOf, viewParameter } from "./compare-parameters.ts";
import { compareSchemas } from "./compare-schemas.ts";
import type { Comparison } from "./comparison.ts";
import type { ResolvedNode, Resolver } from "./create-resolver.ts";
import { childOf, entriesOf } from "./json-node.ts";
import type { JsonNode } from "./json-node.ts";
import { pairOf } from "./pair-of.ts";

/** Compares the answers of an operation: statuses, headers, bodies. */
export function compareResponses(
  comparison: Comparison,
  base: JsonNode,
  head: JsonNode,
  place: ChangePlace,
): void {
  const before = resolvedEntries(childOf(base, "responses"), comparison.base);
  const after = resolvedEntries(childOf(head, "responses"), comparison.head);
  for (const status of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(status);
    const is = after.get(status) ?? covering(status, after);
    const known = was ?? covering(status, before);
    const here: ChangePlace = {
      ...place,
      part: `response ${status}`,
      ...(known && { base: known.pointer }),
      ...(is && { head: is.pointer }),
    };
    comparison.judge(
      "response",
      { ...(known && { base: view(status, known) }), ...(is && { head: view(status, is) }) },
      here,
    );
    if (was === undefined || is === undefined) continue;
    compareHeaders(comparison, was, is, here);
    compareContent(comparison, was, is, here);
  }
}

/** `200` is still answered where there is `2XX`. */
function covering(
  status: string,
  all: ReadonlyMap<string, ResolvedNode>,
): ResolvedNode | undefined {
  return /^[1-5]\d\d$/.test(status) ? all.get(`${status[0]}XX`) : undefined;
}

function view(status: string, { value }: ResolvedNode): ResponseView {
  return { status, value };
}

function compareHeaders(
  comparison: Comparison,
  base: JsonNode,
  head: JsonNode,
  place: ChangePlace,
): void {
  const before = resolvedEntries(childOf(base, "headers"), comparison.base, lowerCase);
  const after = resolvedEntries(childOf(head, "headers"), comparison.head, lowerCase);
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(name), after.get(name)];
    const here: ChangePlace = {
      ...place,
      ...pairOf(was, is, ({ pointer }) => pointer),
      part: `header ${name} of ${place.part ?? "response"}`,
      isText: true,
    };
    const pair = pairOf(was, is, (node, side) => viewParameter(node, comparison[side]));
    comparison.judge("header", pair, here);
    if (was !== undefined && is !== undefined) {
      compareSchemas(comparison, schemaOf(was), schemaOf(is), here);
    }
  }
}

function resolvedEntries(
  node: JsonNode,
  resolve: Resolver,
  rename: (name: string) => string = (name) => (/^[1-5]xx$/.test(name) ? name.toUpperCase() : name),
): ReadonlyMap<string, ResolvedNode> {
  return new Map(
    entriesOf(node).flatMap(([name, child]) => {
      const resolved = resolve(child);
      return resolved === undefined || name.startsWith("x-")
        ? []
        : [[rename(name), resolved] as const];
    }),
  );
}

function lowerCase(name: string): string {
  return name.toLowerCase();
}
